"""新建一份带说明的空白记录。

例：
  docgen new committee
  docgen new branch Z07
  docgen new paper xiaofang --genre 通知
"""
