"""用 Excel 填记录：导出工作簿，填好后导入。

例：
  docgen sheet export Z01
  docgen sheet import 表格/Z01_机关第一党支部.xlsx
"""
