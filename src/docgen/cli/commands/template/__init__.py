"""新建、修改和检查模板。

例：
  docgen template fields D22
  docgen template copy agreement
  docgen template lint templates/agreement/template.docx
"""
