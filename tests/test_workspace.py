from pathlib import Path

import pytest

from docgen.files import OutsideWorkspace
from docgen.settings import FaultySettings, Settings, read_settings
from docgen.workspace import NoWorkspace, Workspace, bundled


def settings_of(tmp_path, text):
    path = tmp_path / "docgen.toml"
    path.write_text(text, encoding="utf-8")
    return read_settings(path)


def fault_of(tmp_path, text):
    with pytest.raises(FaultySettings) as caught:
        settings_of(tmp_path, text)
    return str(caught.value)


def test_workspace_is_found_from_a_folder_below(tmp_path):
    (tmp_path / "docgen.toml").touch()
    below = tmp_path / "data" / "branches"
    below.mkdir(parents=True)

    found = Workspace.find(below)

    assert found.root == tmp_path.resolve()
    assert found.branches == tmp_path.resolve() / "data" / "branches"


def test_folder_without_docgen_toml_is_refused_with_a_remedy():
    with pytest.raises(NoWorkspace) as caught:
        Workspace.find(Path("/"))

    assert caught.value.exit_status == 2
    assert "docgen init" in caught.value.remedy


def test_workspace_looks_in_its_own_templates_first(tmp_path):
    (tmp_path / "docgen.toml").touch()

    own, built_in = Workspace.find(tmp_path).templates

    assert own == tmp_path.resolve() / "templates"
    assert built_in == bundled("templates")


def test_source_tree_does_not_list_its_templates_twice():
    tree = bundled("templates").parent

    assert Workspace.find(tree).templates == (bundled("templates"),)


def test_output_that_leads_out_of_the_workspace_is_refused(tmp_path):
    (tmp_path / "docgen.toml").write_text('[paths]\noutput = "../elsewhere"\n')

    with pytest.raises(OutsideWorkspace):
        _ = Workspace.find(tmp_path).output


def test_data_linked_from_outside_is_refused(tmp_path):
    office, elsewhere = tmp_path / "office", tmp_path / "elsewhere"
    office.mkdir()
    elsewhere.mkdir()
    (office / "docgen.toml").touch()
    (office / "data").symlink_to(elsewhere)

    with pytest.raises(OutsideWorkspace):
        _ = Workspace.find(office).data


def test_empty_settings_take_the_defaults(tmp_path):
    assert settings_of(tmp_path, "# nothing\n") == Settings()


def test_settings_may_be_written_as_booleans(tmp_path):
    assert settings_of(tmp_path, "agreement = false\npdf = true\n") == Settings(agreement="off", pdf="on")


def test_settings_of_windows_notepad_are_read(tmp_path):
    path = tmp_path / "docgen.toml"
    path.write_bytes('\ufeffprofile = "glyph"\r\n'.encode())

    assert read_settings(path).profile == "glyph"


def test_folder_may_have_another_name(tmp_path):
    assert settings_of(tmp_path, '[paths]\noutput = "公文"\n').folder("output") == "公文"


def test_unknown_setting_is_named_with_its_line_and_the_nearest(tmp_path):
    said = fault_of(tmp_path, '# 设置\nprofle = "setup"\n')

    assert "docgen.toml:2" in said
    assert "是否想写“profile”" in said


def test_all_faulty_settings_are_told_at_once(tmp_path):
    said = fault_of(tmp_path, 'profile = "big"\npdf = "maybe"\n[paths]\nouptut = "x"\n')

    assert "docgen.toml:1" in said
    assert "docgen.toml:2" in said
    assert "是否想写“output”" in said


@pytest.mark.parametrize("text", ["profile = \n", "[paths\n", 'a = "x\n', "agreement = 1\n", "paths = 3\n"])
def test_faulty_toml_is_one_clear_error_in_chinese(tmp_path, text):
    said = fault_of(tmp_path, text)

    assert "docgen.toml" in said
    assert not {"Expected", "Invalid", "line", "at"} & set(said.split())


def test_settings_in_gbk_say_so(tmp_path):
    path = tmp_path / "docgen.toml"
    path.write_bytes("# 设置\n".encode("gbk"))

    with pytest.raises(FaultySettings, match="UTF-8"):
        read_settings(path)


def test_address_of_the_noticeboard_ends_in_a_slash(tmp_path):
    text = '[board]\nbase_url = "http://www.example.cn/gongshi"\n'

    assert settings_of(tmp_path, text).board_url == "http://www.example.cn/gongshi/"
    assert Settings().board_url == ""


@pytest.mark.parametrize(
    "line",
    ['base_url = "校园网"', 'base_url = "ftp://a.cn"', "base_url = 3", 'base_url = "http://a b"', 'x = ""'],
)
def test_address_that_no_browser_opens_is_refused(tmp_path, line):
    assert "base_url" in fault_of(tmp_path, f"[board]\n{line}\n")
