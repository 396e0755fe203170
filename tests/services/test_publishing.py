"""The life of a text: proven before it counts, immutable after, and never under a running attempt."""

from __future__ import annotations

from datetime import timedelta

import pytest

from scoring import Action
from simulator import accounts, authoring, practice, publishing
from simulator.accounts import NotAllowedError, Role
from simulator.casebook.library import Case, library_of
from simulator.casebook.tree import Tree, read_folder
from simulator.run import load_run
from simulator.store import authoring_rows as rows
from tests.conftest import COLLECTION
from tests.trail import events as events_of

PATH = "netwijs/internet-drie-dagen.yaml"
ID = "internet-drie-dagen"


@pytest.fixture
def folder() -> Tree:
    return read_folder(COLLECTION)


@pytest.fixture
def tess(store, now):
    return accounts.sign_in(store, "Tess", Role.TRAINER, "nl", now, 14)[0]


def text_of(folder) -> str:
    return folder.files[PATH].decode()


def saved(store, user, folder, now, old="difficulty: 3", new="difficulty: 4") -> str:
    text, base = authoring.saved_text(store, user, folder, PATH)
    assert old in text
    authoring.save(store, user, PATH, text.replace(old, new, 1), base, now)
    return text


def live(store, folder):
    return library_of(authoring.live_tree(store, folder)).cases[ID].scenario


def test_saving_alone_changes_nothing_for_trainees(store, tess, folder, now):
    saved(store, tess, folder, now)
    assert live(store, folder).difficulty == 3


def test_publishing_gives_the_next_version_to_trainees(store, tess, folder, now):
    saved(store, tess, folder, now)
    assert publishing.publish(store, tess, folder, PATH, now) == 2
    scenario = live(store, folder)
    assert (scenario.version, scenario.status, scenario.difficulty) == (2, "published", 4)


def test_publishing_keeps_the_comments_of_the_text(store, tess, folder, now):
    saved(store, tess, folder, now, "difficulty: 3", "difficulty: 4  # zwaarder dan het lijkt")
    publishing.publish(store, tess, folder, PATH, now)
    assert "# zwaarder dan het lijkt" in authoring.saved_text(store, tess, folder, PATH)[0]


def test_a_text_with_faults_cannot_be_published(store, tess, folder, now):
    saved(store, tess, folder, now, "difficulty: 3", "difficulty: zwaar")
    with pytest.raises(publishing.NotProvenError) as refused:
        publishing.publish(store, tess, folder, PATH, now)
    assert [d.code for d in refused.value.found] == ["S008"]
    assert live(store, folder).version == 1


def test_golden_replies_out_of_their_band_keep_it_from_being_published(store, tess, folder, now):
    saved(store, tess, folder, now, 'band: ["75", "100"]', 'band: ["0", "10"]')
    with pytest.raises(publishing.NotProvenError) as refused:
        publishing.publish(store, tess, folder, PATH, now)
    assert {d.code for d in refused.value.found} == {"G001"}


def test_a_running_attempt_keeps_its_version(store, tess, sanne, folder, now):
    case = library_of(authoring.live_tree(store, folder)).cases[ID]
    attempt = practice.start(store, sanne, case, practice.Mode.PRACTICE, now, clock_on=False, seed=0)
    saved(store, tess, folder, now)
    publishing.publish(store, tess, folder, PATH, now)
    practice.submit(store, sanne, attempt, 1, "Dag Sanne, wat vervelend. ^SV", Action.REPLY_PUBLIC, now)
    assert load_run(store, sanne, attempt).case.scenario.version == 1


def test_each_publication_is_kept_with_the_hash_of_all_it_was_proven_with(store, tess, folder, now):
    for number, level in enumerate((4, 5), start=2):
        saved(store, tess, folder, now, f"difficulty: {level - 1}", f"difficulty: {level}")
        assert publishing.publish(store, tess, folder, PATH, now) == number
    found = [row for row, _ in publishing.history(store, tess, PATH)]
    assert [row.version for row in found] == [3, 2]
    assert len({row.content_hash for row in found}) == 2
    with store.read() as connection:
        from simulator.store.practice_rows import case_content

        case = Case.from_json(case_content(connection, found[1].content_hash))
    assert (case.scenario.difficulty, case.content_hash) == (4, found[1].content_hash)


def test_publishing_what_trainees_have_already_is_refused(store, tess, folder, now):
    saved(store, tess, folder, now)
    publishing.publish(store, tess, folder, PATH, now)
    with pytest.raises(publishing.NothingSavedError):
        publishing.publish(store, tess, folder, PATH, now)


def test_an_archived_scenario_is_no_longer_practised_and_can_come_back(store, tess, folder, now):
    publishing.archive(store, tess, folder, PATH, now)
    assert ID not in {c.scenario.id for c in library_of(authoring.live_tree(store, folder)).published}
    saved(store, tess, folder, now)
    publishing.publish(store, tess, folder, PATH, now)
    assert live(store, folder).status == "published"


def test_the_folder_can_count_again(store, tess, folder, now):
    saved(store, tess, folder, now)
    publishing.publish(store, tess, folder, PATH, now)
    publishing.use_folder(store, tess, folder, PATH, now)
    assert live(store, folder).difficulty == 3


def test_a_higher_version_in_the_folder_counts(store, tess, folder, now):
    saved(store, tess, folder, now)
    publishing.publish(store, tess, folder, PATH, now)
    newer = folder.with_files({PATH: text_of(folder).replace("version: 1", "version: 5", 1).encode()})
    assert live(store, newer).version == 5


def test_a_protocol_that_breaks_a_scenario_cannot_be_published(store, tess, folder, now):
    path = "netwijs/protocol.yaml"
    text = folder.files[path].decode()
    authoring.save(store, tess, path, text.replace("id: netwijs", "id: anders", 1), 0, now)
    with pytest.raises(publishing.NotProvenError) as refused:
        publishing.publish(store, tess, folder, path, now)
    assert "L002" in {d.code for d in refused.value.found}


def test_a_published_protocol_counts_for_all_scenarios_of_its_house(store, tess, folder, now):
    path = "netwijs/protocol.yaml"
    text = folder.files[path].decode()
    authoring.save(store, tess, path, text.replace("pass_mark: 70", "pass_mark: 55", 1), 0, now)
    publishing.publish(store, tess, folder, path, now)
    library = library_of(authoring.live_tree(store, folder))
    assert {c.organisation.pass_mark for c in library.cases.values()} == {55}


def test_the_same_id_in_another_house_keeps_it_from_being_published(store, tess, folder, now):
    other = {p.replace("netwijs/", "anders/"): d for p, d in folder.files.items() if "drie-dagen" not in p}
    other["anders/protocol.yaml"] = other["anders/protocol.yaml"].replace(b"id: netwijs", b"id: anders", 1)
    both = folder.with_files(other)
    path = "anders/internet-drie-dagen.yaml"
    authoring.save(store, tess, path, text_of(folder), 0, now)
    with pytest.raises(publishing.NotProvenError) as refused:
        publishing.publish(store, tess, both, path, now)
    assert "R004" in {d.code for d in refused.value.found}


@pytest.mark.parametrize("role", [Role.TRAINEE, Role.LEAD])
@pytest.mark.parametrize(
    "act",
    [
        lambda s, u, f, n: publishing.publish(s, u, f, PATH, n),
        lambda s, u, f, n: publishing.archive(s, u, f, PATH, n),
        lambda s, u, f, n: publishing.use_folder(s, u, f, PATH, n),
        lambda s, u, f, n: publishing.history(s, u, PATH),
    ],
)
def test_only_trainers_publish(store, sanne, folder, now, role, act):
    other, _ = accounts.sign_in(store, sanne.name, role, "nl", now, 14)
    with pytest.raises(NotAllowedError):
        act(store, other, folder, now)


def test_the_stamp_changes_with_each_publication(store, tess, folder, now):
    before = authoring.collection_stamp(store)
    saved(store, tess, folder, now)
    assert authoring.collection_stamp(store) == before
    publishing.publish(store, tess, folder, PATH, now)
    assert authoring.collection_stamp(store) != before
    with store.read() as connection:
        assert rows.last_publication(connection) == authoring.collection_stamp(store)


def test_publishing_and_archiving_stand_in_the_audit_trail(store, tess, folder, now):
    saved(store, tess, folder, now)
    publishing.publish(store, tess, folder, PATH, now)
    publishing.archive(store, tess, folder, PATH, now)
    events = events_of(store, tess.employer_id, now, now + timedelta(seconds=1))
    assert [(e.event, e.actor_id) for e in events] == [("archived", tess.id), ("published", tess.id)]
