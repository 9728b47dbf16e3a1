from xml.etree import ElementTree

from docgen.pdf.fonts.configuration import configuration
from docgen.pdf.fonts.faces import FACES, Face


def test_the_configuration_is_xml_with_one_rule_for_each_name():
    root = ElementTree.fromstring(configuration(FACES))

    rules = len(root.findall("match")) + len(root.findall("alias"))
    assert rules == sum(len(face.names) for face in FACES)
    assert {d.text for d in root.findall("dir")} == {"fonts", "/usr/share/fonts"}


def test_a_name_with_xml_in_it_stays_one_name():
    root = ElementTree.fromstring(configuration([Face("甲&<乙", (), ("丙",))]))

    assert root.findtext("alias/family") == "甲&<乙"


def test_a_weight_is_asked_for_where_the_face_needs_one():
    root = ElementTree.fromstring(configuration([Face("题", (), ("宋", "补"), weight="bold")]))

    assert root.findtext("match/edit[@name='weight']/const") == "bold"
    assert [one.text for one in root.findall("match/edit[@name='family']/string")] == ["宋", "补"]
