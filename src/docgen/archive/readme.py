"""README.txt of an archive: how to read it all without docgen, in Chinese and English."""

README = """\
归档库说明（不需要 docgen 也能读）
==================================

本文件夹保存已印发的公文。全部是普通文件，用任何系统自带的程序都能打开、复制、核对。
请不要改动、删除或移动这里的任何文件；备份时复制整个文件夹。

一、文件夹
  ocfl/         公文本身，按国际通行的 OCFL 1.1（Oxford Common File Layout，https://ocfl.io/1.1/spec/）存放
  log/          日志，每年一个文件，每行一件事：谁、何时、为何、哪一件、什么编号
  checkpoints/  校验点：某一时刻日志最后一行的校验值，打印在移交清单上
  staging/      正在存入的文件；平时是空的，非空说明上次存入没有做完，下次执行 docgen 会自动了结
  index.sqlite  检索用的索引，可以随时删除重建，不是凭证
  lock、lock.json  防止两人同时写入，不是凭证

二、怎样找到一份公文
  每份公文是 ocfl/ 下的一个文件夹，最里层文件夹的名字就是它的标识，例如
    urn%3adocgen%3aQ008%3a2012%3aZ01%3aD22
  其中 %3a 就是冒号：全宗 Q008、2012 年、支部 Z01、文种 D22。
  也可以用记事本打开 log/2012.jsonl，按文号或标识查找。

三、一份公文里有什么
  inventory.json            目录：有哪些版本（versions），每版有哪些文件（state），内容在哪里（manifest）
  inventory.json.sha512     目录的校验值
  v1/content/、v2/content/  各版本新增的文件：paper.docx 和 paper.pdf 是公文，scan/ 是签字扫描件，
                            record/ 是当时的数据，template/ 是当时的模板，provenance.json 是来历
  没有变的文件不重复存放：在 state 里按校验值找到 manifest 中的同一校验值，后面写的就是文件位置。

四、怎样核对没有被改动
  1. 文件：sha512sum v1/content/paper.pdf，结果应与 inventory.json 的 manifest 里的一致。
  2. 目录：sha512sum v1/inventory.json，结果应与日志中这一版那一行的 inventory 一致。
  3. 日志：每行的 self 是去掉 self 这一项之后整行（UTF-8）的 sha512；prev 是上一行的 self，第一行的 prev 是
     128 个 0。按 seq 从 1 起逐行核对，不应缺号。
  4. 最后一行的 self 应与打印或另存在外的校验点（head）对得上；已有后续各行时，在 seq 相同的那一行比对。


How to read this archive without docgen
=======================================

The folder keeps issued official papers as plain files. Change nothing here; back up the whole folder.

  ocfl/         the papers: an OCFL 1.1 storage root (https://ocfl.io/1.1/spec/), layout extension 0003
  log/          one JSON line an event, one file a calendar year: register, journal and proof
  checkpoints/  the digest of the log's last line at some moments
  staging/      what is being put in; empty unless a run was interrupted
  index.sqlite  a search index that can be made anew; no evidence
  lock, lock.json  keep two writers apart; no evidence

An object is a paper. Its folder bears its id, percent-encoded. inventory.json maps each version's logical
names to digests (state) and digests to files (manifest). The sha512 of vN/inventory.json stands in the log
line of that version. In a log line `self` is the sha512 of the line without `self` (keys sorted, no spaces,
UTF-8) and `prev` the `self` of the line before; the first line has 128 zeros. `seq` counts from 1.
"""
