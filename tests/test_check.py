"""Pattern folders of users: what is wrong is said with its place, what is right takes effect."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from quotecli import cli
from quotecli.check import check
from quotecli.errors import PatternError
from quotecli.load import built_in, load

VERB = """\
- verb: برطم
  present: يبرطم
  category: say
  takes: [بأن]
  examples:
    - text: وبرطم الحارس بأن الباب مغلق.
      cue: برطم
      source: الحارس
      quote: الباب مغلق
    - text: برطم الحارس طوال الليل.
"""
LINE = """\
- construction: mine
  line: cue source? comp clause
  moods: [perfect]
  examples:
    - text: كلام بلا قائل.
"""
NOT_ALLOWED = "aliases, tags, deep nesting and huge files are not allowed in patterns"
VERB_KEYS = (
    "verb, present, participle, noun, passive, category, takes, object, except, forms, impersonal, id, "
    "examples"
)
SLOTS = (
    "agency?, as, aside*, clause, colon, comma?, comp, cue, document, end, from, here, nominal, noun, pause, "
    "prep, quotation, relative, said, source, source?, start, target"
)
FRAMES = (
    "quotation, object, object object, from, question, any object, words, evidence, event, outlet, person, "
    "stance, negated, or a preposition or complementizer, after 'object ' or 'only ' if need be"
)


@pytest.fixture
def no_verbs(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """The built-in patterns without the verbs, which take long to inflect, and what needs them."""
    root = tmp_path_factory.mktemp("patterns")
    for kind in ("words", "phrases"):
        shutil.copytree(built_in() / kind, root / kind)
    monkeypatch.setattr("quotecli.load.built_in", lambda: root)


def folder(root: Path, content: str | bytes, kind: str = "verbs", name: str = "mine.yaml") -> Path:
    file = root / kind / name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def faults(root: Path, content: str | bytes, kind: str = "verbs") -> list[str]:
    """What loading says is wrong, every file by its name alone."""
    with pytest.raises(PatternError) as caught:
        load(folder(root, content, kind))
    assert [str(fault) for fault in caught.value.faults] == str(caught.value).splitlines()
    return [line.replace(f"{root / kind}/", "") for line in str(caught.value).splitlines()]


def found(root: Path, content: str) -> list[str]:
    """What running the examples says is wrong."""
    problems, examples = check(folder(root, content))
    assert examples > 100
    return [str(fault).replace(f"{root / 'verbs'}/", "") for fault in problems]


@pytest.mark.usefixtures("no_verbs")
@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("  category: say\n", "", "mine.yaml:1:3: key 'category' is missing"),
        ("برطم\n", "برطم\n  kind: say\n", f"mine.yaml:2:3: unknown key 'kind' (known: {VERB_KEYS})"),
        ("say\n", "say\n  category: deny\n", "mine.yaml:4:3: key 'category' stands here twice"),
        ("say", "no", "mine.yaml:3:13: 'no' is not text to YAML: put it in quotes"),
        ("say", "12:30", "mine.yaml:3:13: '12:30' is not text to YAML: put it in quotes"),
        ("say", "7", "mine.yaml:3:13: '7' is not text to YAML: put it in quotes"),
        ("say", "2024-05-01", "mine.yaml:3:13: '2024-05-01' is not text to YAML: put it in quotes"),
        (" say", "", "mine.yaml:3:12: a value is missing here"),
        ("say", "' '", "mine.yaml:3:13: a value is missing here"),
        ("say", "[say]", "mine.yaml:3:13: one value is wanted here"),
        ("[بأن]", "بأن", "mine.yaml:4:10: a list is wanted here, such as [a, b]"),
        ("[بأن]", "[]", "mine.yaml:4:10: a list is wanted here, such as [a, b]"),
        ("[بأن]", "[بأن, no]", "mine.yaml:4:16: 'no' is not text to YAML: put it in quotes"),
        ("say", "say\n  object: maybe", "mine.yaml:4:11: true or false is wanted here"),
        ("[بأن]", "[about]", f"mine.yaml:1:1: takes: no such frame: 'about' ({FRAMES})"),
        ("[بأن]", "['object ']", f"mine.yaml:1:1: takes: no such frame: 'object ' ({FRAMES})"),
        ("[بأن]", "[only عن]", "mine.yaml:1:1: takes: only a clause can be strict: 'only عن'"),
        ("verb: برطم", "verb: mumble", "mine.yaml:1:1: verb: 'mumble' is not one word in Arabic letters"),
        ("يبرطم", "برطم", "mine.yaml:1:1: present: 'برطم' does not begin with 'ي'"),
        ("say", "&a say\n  id: *a", f"mine.yaml:4:7: {NOT_ALLOWED}"),
        ("say", "*a", f"mine.yaml:3:13: {NOT_ALLOWED}"),
        ("say", "!!str say", f"mine.yaml:3:13: {NOT_ALLOWED}"),
        ("say", "!!python/object/apply:os.getcwd []", f"mine.yaml:3:13: {NOT_ALLOWED}"),
        ("say", "[" * 50, f"mine.yaml:3:31: {NOT_ALLOWED}"),
        ("say", "s\x07y", "mine.yaml:3:14: control character U+0007: take it out"),
        (
            "مغلق.\n      cue",
            "مغلق: نعم.\n      cue",
            "mine.yaml:6:40: YAML: mapping values are not allowed in this context "
            "(a value with ': ' in it needs quotes)",
        ),
        (
            "  category",
            "\tcategory",
            "mine.yaml:3:1: YAML: found a tab character that violates indentation",
        ),
        ("cue:", "word:", "mine.yaml:7:7: unknown key 'word' in an example"),
        ("cue:", "[a, b]:", "mine.yaml:7:7: unknown key '[...]' in an example"),
        ("source:", "cue:", "mine.yaml:8:7: key 'cue' stands here twice"),
        ("cue: برطم", "quotes: برطم",
         "mine.yaml:7:15: a list is wanted here, each item of it beginning with '- cue:'"),
        ("cue: برطم", "todo:", "mine.yaml:7:12: a value is missing here"),
        ("- text: برطم", "- todo: برطم", "mine.yaml:10:7: an example needs its text"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_an_entry(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in VERB
    assert faults(tmp_path, VERB.replace(old, new, 1)) == [message]


@pytest.mark.usefixtures("no_verbs")
@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("verb: برطم\n", "mine.yaml:1:1: a pattern file is a list: each entry begins with '- '"),
        ("- برطم\n", f"mine.yaml:1:3: an entry here has keys: {VERB_KEYS}"),
        (VERB.encode("cp1256"), "mine.yaml: not UTF-8 at byte 8: save the file as UTF-8"),
        (VERB.partition("    -")[0], "mine.yaml:5:12: at least one example is wanted here, "
                                     "each beginning with '- text:'"),
        ("# x\n" * 250_001, "mine.yaml: larger than 1,000,000 characters: split the file"),
    ],
    ids=["mapping", "word", "encoding", "no-examples", "huge"],
)  # fmt: skip
def test_what_is_wrong_in_a_file(tmp_path: Path, content: str | bytes, message: str) -> None:
    assert faults(tmp_path, content) == [message]


@pytest.mark.usefixtures("no_verbs")
@pytest.mark.parametrize("depth", [1_000, 2_000, 100_000])
def test_depth_beyond_what_the_yaml_reader_takes_is_refused_alike(tmp_path: Path, depth: int) -> None:
    (fault,) = faults(tmp_path, VERB.replace("say", "[" * depth, 1))
    assert fault.startswith("mine.yaml:3:") and fault.endswith(f": {NOT_ALLOWED}")


@pytest.mark.usefixtures("no_verbs")
@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("comp", "wobble", f"no such slot: wobble (slots are {SLOTS})"),
        ("cue ", "", "a line has exactly one cue"),
        ("comp", "cue comp", "a line has exactly one cue"),
        ("cue", "prep cue", "prep cannot stand left of the cue "
         "(there: as, aside*, clause, comma?, document, from, pause, quotation, relative, source, start)"),
        ("comp ", "",
         "a fixed point is missing after the cue: comp, colon, quotation, prep, noun, end or said"),
        ("perfect", "perfekt", "no such mood: perfekt "
         "(moods are perfect, imperfect, participle, noun, own-noun, phrase, colon)"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_line(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert faults(tmp_path, LINE.replace(old, new, 1), "constructions") == [f"mine.yaml:1:1: {message}"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("[]", "3:10: a list is wanted here, such as [a, b]"),
        ("[أمس, [من, []]]", "3:21: a list is wanted here, such as [a, b]"),
        ("[[من, [[جهة]]]]", "3:17: one value is wanted here"),
        (f"[[{'[أ, ب], ' * 14}]]", "3:11: more than 10,000 expressions in one: split it"),
    ],
)
def test_what_is_wrong_in_a_list_of_words(tmp_path: Path, words: str, message: str) -> None:
    content = f"- list: mine\n  about: mine\n  words: {words}\n"
    assert faults(tmp_path, content, "words") == [f"mine.yaml:{message}"]


@pytest.mark.usefixtures("no_verbs")
@pytest.mark.parametrize(
    ("name", "words", "message"),
    [
        ("titles", "[برطم, صاحب المقام]", "the list 'titles' holds single words, not 'صاحب المقام'"),
        ("title", "[برطم, صاحب المقام]", "the list 'title' is unknown, and so holds expressions, not 'برطم'"),
        ("article", "[ال, أل]", "the list 'article' holds exactly one word"),
    ],
)
def test_what_is_wrong_in_a_list(tmp_path: Path, name: str, words: str, message: str) -> None:
    assert faults(tmp_path, f"- list: {name}\n  words: {words}\n", "words") == [f"mine.yaml:1:1: {message}"]


def test_expressions_of_a_users_own_are_asides(tmp_path: Path) -> None:
    words = "- list: mine\n  words: [على ضفة البرطوم]\n"
    asides = load(folder(tmp_path, words, "words")).sequences["asides"]
    assert ("على", "ضفة", "البرطوم") in next(found for length, found in asides["على"] if length == 3)


def test_a_list_that_is_missing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(built_in() / "words", tmp_path / "words")
    grammar = tmp_path / "words" / "grammar.yaml"
    grammar.write_text(grammar.read_text("utf-8").replace("list: colons", "list: colon"), "utf-8")
    monkeypatch.setattr("quotecli.load.built_in", lambda: tmp_path)
    with pytest.raises(PatternError) as caught:
        load()
    assert "words: the list 'colons' is missing" in str(caught.value)


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    second = VERB.replace("برطم", "غمغم").replace("يبرطم", "يغمغم").replace("say", "yes")
    folder(tmp_path, "- list: []\n", "words")
    assert [line.rpartition("/")[2] for line in faults(tmp_path, VERB.replace("say", "on") + second)] == [
        "mine.yaml:3:13: 'on' is not text to YAML: put it in quotes",
        "mine.yaml:13:13: 'yes' is not text to YAML: put it in quotes",
        "mine.yaml:1:3: key 'words' is missing",
        "mine.yaml:1:9: one value is wanted here",
    ]


def test_an_entry_stands_once_in_a_folder(tmp_path: Path) -> None:
    first = tmp_path / "verbs" / "mine.yaml"
    assert faults(tmp_path, VERB + VERB) == [
        f"mine.yaml:11:3: 'برطم' stands at {first.name}:1 already: join the two, or give this one an id"
    ]
    load(folder(tmp_path, VERB + VERB.replace("  category", "  id: برطم ثانية\n  category")))


def test_folders_that_are_none(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(PatternError) as caught:
        load(tmp_path / "nowhere")
    assert str(caught.value) == f"{tmp_path / 'nowhere'}: no such folder of patterns"
    with pytest.raises(PatternError) as caught:
        load(folder(tmp_path, VERB) / "verbs")
    names = "verbs, phrases, constructions, words"
    assert (
        str(caught.value)
        == f"{tmp_path / 'verbs'}: no folder of patterns: it has none of the folders {names}"
    )
    assert cli.run(["patterns", "check", str(tmp_path / "nowhere")]) == 2
    assert f"Directory '{tmp_path / 'nowhere'}' does not exist." in capfd.readouterr().err


def test_a_file_of_another_name_is_not_passed_over(tmp_path: Path) -> None:
    with pytest.raises(PatternError) as caught:
        load(folder(tmp_path, VERB, name="mine.yml"))
    assert str(caught.value) == f"{tmp_path}/verbs/mine.yml: not read: end the name in .yaml"


def test_keys_may_stand_in_any_order(tmp_path: Path) -> None:
    moved = "- category: say\n  verb: برطم\n" + VERB.partition("\n")[2].replace("  category: say\n", "")
    assert "برطم" in {verb.id for verb in load(folder(tmp_path, moved)).verbs}


def test_examples_that_come_out_right(tmp_path: Path) -> None:
    assert found(tmp_path, VERB) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "quote: الباب مغلق",
            "quote: الباب",
            "mine.yaml:6:1: برطم: wanted cue «برطم», source «الحارس», quote «الباب», "
            "found cue «برطم», source «الحارس», quote «الباب مغلق», pattern «verb-source-clause»",
        ),
        (
            "- text: برطم الحارس طوال الليل.",
            "- text: برطم الحارس طوال الليل.\n      cue: برطم",
            "mine.yaml:10:1: برطم: wanted cue «برطم», found nothing",
        ),
        (
            "طوال الليل",
            "بأن الليل طويل",
            "mine.yaml:10:1: برطم: nothing was to be found, found: "
            "cue «برطم», source «الحارس», quote «الليل طويل», pattern «verb-source-clause»",
        ),
        (
            "      cue",
            "      todo: the door\n      cue",
            "mine.yaml:6:1: برطم: marked todo, but it comes out right: take the mark away",
        ),
        ("quote: الباب مغلق", "quote: الباب\n      todo: the door", None),
    ],
    ids=["other", "nothing", "near-miss", "todo-passes", "todo-fails"],
)
def test_examples(tmp_path: Path, old: str, new: str, message: str | None) -> None:
    assert old in VERB
    assert found(tmp_path, VERB.replace(old, new, 1)) == ([message] if message else [])


def test_a_verb_of_a_known_id_replaces_it(tmp_path: Path) -> None:
    before, after = (
        {verb.id: verb for verb in load(*folders).verbs}
        for folders in ((), (folder(tmp_path, VERB.replace("verb: برطم", "verb: برطم\n  id: قال")),))
    )
    assert after.keys() == before.keys()
    assert after["قال"].lemma == "برطم"
    assert [one for one in after if after[one] != before[one]] == ["قال"]


def test_a_verb_of_a_users_own_is_found(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    article = tmp_path / "a.txt"
    article.write_text("وبرطم حارس السوق مازن الدباغ بأن الباب مغلق.", encoding="utf-8")
    mine = str(folder(tmp_path, VERB))
    assert cli.run(["extract", str(article)]) == 0
    assert capfd.readouterr().out == ""
    assert cli.run(["extract", str(article), "--patterns", mine]) == 0
    record = json.loads(capfd.readouterr().out)
    assert (record["speaker"], record["verb"], record["quote"]) == (
        "حارس السوق مازن الدباغ",
        "برطم",
        "الباب مغلق",
    )
    assert cli.run(["patterns", "check", mine]) == 0
    assert capfd.readouterr().out.endswith(" examples, all as expected\n")


def test_a_broken_folder_stops_the_run(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    mine = folder(tmp_path, VERB.replace("say", "no"))
    message = f"{mine}/verbs/mine.yaml:3:13: 'no' is not text to YAML: put it in quotes\n"
    for command in (
        ["extract", "-", "--patterns"],
        ["patterns", "check"],
        ["patterns", "list", "--patterns"],
    ):
        assert cli.run([*command, str(mine)]) == 3
        assert capfd.readouterr() == ("", message)
