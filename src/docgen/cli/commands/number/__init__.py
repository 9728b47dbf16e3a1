"""发文字号：登记簿、预留、作废、别处用掉的号。

例：
  docgen number list
  docgen number reserve 下行 --by 张三 --reason 换届通知
  docgen number external 示院党发〔2012〕1—10号 --by 张三 --reason 上半年纸质发文
"""
