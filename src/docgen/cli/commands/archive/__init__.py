"""归档库：存入、查阅、核验、整理和移交。

例：
  docgen archive history Z01:D22
  docgen archive attach Z01:D07 签字页.pdf --as 签字扫描件 --by 张三 --reason 双方签字
  docgen archive verify
"""
