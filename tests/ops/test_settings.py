"""Settings: from where, which wins, what is refused, and that no message tells a secret."""

from __future__ import annotations

import logging
import re
import tomllib
from pathlib import Path

import pytest

from simulator import cli, xapi
from simulator.setting_names import KNOWN
from simulator.setting_sources import SettingsError, values
from simulator.settings import SignIn, from_environment
from simulator.start_checks import insecure

ROOT = Path(__file__).parents[2]
SECRET = "nobody-may-read-this-in-any-message"  # noqa: S105 of a test
EVERYWHERE = "0.0.0.0"  # noqa: S104 to be refused
SAFE = {"SIMULATOR_SIGN_IN": "local", "SIMULATOR_COOKIE_SECRET": SECRET}


@pytest.fixture
def file(tmp_path):
    """Writes a file of settings and gives the environment that names it."""

    def write(content: str, mode: int = 0o600) -> dict[str, str]:
        path = tmp_path / "simulator.toml"
        path.write_text(content, encoding="utf-8")
        path.chmod(mode)
        return {"SIMULATOR_CONFIG": str(path)}

    return write


def secret_file(folder: Path, content: str = SECRET, mode: int = 0o600) -> str:
    path = folder / "secret"
    path.write_text(content + "\n", encoding="utf-8")
    path.chmod(mode)
    return str(path)


def test_without_any_setting_it_is_a_workshop_on_this_machine():
    found = from_environment({})
    assert (found.sign_in, found.server.address, found.server.port) == (SignIn.WORKSHOP, "127.0.0.1", 8501)
    assert not found.server.tls
    assert insecure(found, "127.0.0.1") == ""


def test_a_file_of_settings_is_read(file):
    found = from_environment(
        file(
            f'sign_in = "local"\nport = 9000\ncookie_secret = "{SECRET}"\nscenarios = "cases"\n'
            'public_url = "https://sim.example/"\nproxies = ["10.0.0.1", "10.0.0.2"]\n'
        )
    )
    assert found.sign_in is SignIn.LOCAL
    assert found.server.port == 9000
    assert found.server.public_url == "https://sim.example"
    assert found.server.tls
    assert found.server.proxies == "10.0.0.1,10.0.0.2"
    assert found.scenarios.name == "cases"
    assert found.scenarios.is_absolute()


def test_the_environment_wins_over_the_file(file):
    found = from_environment({**file("port = 9000\nsign_in_days = 3"), "SIMULATOR_PORT": "9001"})
    assert (found.server.port, found.sign_in_days) == (9001, 3)


def test_an_empty_variable_is_none(file):
    assert from_environment({**file("port = 9000"), "SIMULATOR_PORT": ""}).server.port == 9000


def test_every_service_reads_the_file(file, monkeypatch):
    monkeypatch.setenv("SIMULATOR_CONFIG", file('xapi_home = "https://sim.example"')["SIMULATOR_CONFIG"])
    assert xapi.home() == "https://sim.example"


@pytest.mark.parametrize(
    ("name", "meant"),
    [("SIMULATOR_PROT", "SIMULATOR_PORT"), ("SIMULATOR_COOKIE_SECRET_FIEL", "SIMULATOR_COOKIE_SECRET_FILE")],
)
def test_an_unknown_variable_is_refused_with_what_was_meant(name, meant):
    with pytest.raises(SettingsError, match=f"{name}, which is no setting; did you mean {meant}"):
        values({name: "1"})


def test_a_secret_beside_its_file_is_the_only_setting_that_has_one():
    with pytest.raises(SettingsError, match="SIMULATOR_PORT_FILE"):
        values({"SIMULATOR_PORT_FILE": "/x"})


def test_an_unknown_line_in_the_file_is_refused_with_its_file(file):
    with pytest.raises(SettingsError, match=r"simulator\.toml has publik_url.*did you mean public_url"):
        values(file('publik_url = "x"'))


@pytest.mark.parametrize("content", ["port = ", "port = 1.5", "[port]\nx = 1", "proxies = [1]"])
def test_a_file_that_cannot_be_read_is_told_with_its_name(file, content):
    with pytest.raises(SettingsError, match=r"simulator\.toml"):
        values(file(content))


@pytest.mark.parametrize("proxies", ["10.0.0.0/33", "localhost", "10.0.0.1;10.0.0.2", "*"])
def test_a_proxy_that_is_no_address_is_refused(proxies):
    with pytest.raises(SettingsError, match="SIMULATOR_PROXIES"):
        from_environment({"SIMULATOR_PROXIES": proxies})


@pytest.mark.parametrize("proxies", ["127.0.0.1", "10.0.0.0/8, ::1"])
def test_addresses_and_networks_of_proxies_are_taken(proxies):
    assert from_environment({"SIMULATOR_PROXIES": proxies}).server.proxies == proxies


def test_an_address_without_a_password_is_no_secret(file):
    assert values(file('database_url = "sqlite:////var/lib/x.db"', 0o644))
    with pytest.raises(SettingsError, match="open to everybody"):
        values(file('database_url = "postgresql+psycopg://webcare:word@db/x"', 0o644))


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(SettingsError, match="No such file"):
        values({"SIMULATOR_CONFIG": str(tmp_path / "none.toml")})


@pytest.mark.parametrize("name", [known.variable for known in KNOWN if known.secret])
def test_a_secret_may_stand_in_a_file_of_its_own(name, tmp_path):
    assert values({f"{name}_FILE": secret_file(tmp_path)}) == {name: SECRET}


def test_a_secret_given_twice_is_refused_and_not_shown(tmp_path):
    given = {"SIMULATOR_COOKIE_SECRET": SECRET, "SIMULATOR_COOKIE_SECRET_FILE": secret_file(tmp_path)}
    with pytest.raises(SettingsError, match="both given") as refused:
        values(given)
    assert SECRET not in str(refused.value)


def test_a_secret_of_the_environment_wins_over_the_files_however_each_was_given(file, tmp_path):
    below = file(f'cookie_secret_file = "{secret_file(tmp_path, "another")}"')
    assert values({**below, "SIMULATOR_COOKIE_SECRET": SECRET})["SIMULATOR_COOKIE_SECRET"] == SECRET


def test_a_file_of_secrets_that_is_open_to_everybody_is_refused(tmp_path, file):
    with pytest.raises(SettingsError, match="chmod 600"):
        values({"SIMULATOR_COOKIE_SECRET_FILE": secret_file(tmp_path, mode=0o604)})
    with pytest.raises(SettingsError, match="chmod 600"):
        values(file(f'cookie_secret = "{SECRET}"', 0o644))
    assert values(file("port = 1", 0o644)) == {"SIMULATOR_PORT": "1"}


def test_a_file_of_secrets_that_is_open_to_its_group_is_warned_about(tmp_path, caplog):
    with caplog.at_level(logging.WARNING, "simulator"):
        values({"SIMULATOR_COOKIE_SECRET_FILE": secret_file(tmp_path, mode=0o640)})
    assert "open to its group" in caplog.text
    assert SECRET not in caplog.text


def test_an_empty_file_of_a_secret_is_refused(tmp_path):
    with pytest.raises(SettingsError, match="is empty"):
        values({"SIMULATOR_COOKIE_SECRET_FILE": secret_file(tmp_path, "")})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "0"), ("PORT", "http"), ("PORT", "70000"), ("GRACEFUL_SECONDS", "0"), ("READY_SECONDS", "-1"),
        ("METRICS_PORT", "x"), ("LOG_FORMAT", "xml"), ("LOG_LEVEL", "loud"), ("SIGN_IN_DAYS", "91"),
        ("PUBLIC_URL", "http://sim.example"), ("PUBLIC_URL", "https://sim.example/path"),
        ("PUBLIC_URL", "sim.example"), ("DATABASE_URL", "webcare.db"),
    ],
)  # fmt: skip
def test_a_value_that_cannot_be_used_is_named(name, value):
    with pytest.raises(SettingsError, match=f"SIMULATOR_{name}"):
        from_environment({f"SIMULATOR_{name}": value})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", SECRET),
        ("PUBLIC_URL", f"https://user:{SECRET}@sim.example"),
        ("COOKIE_SECRET", SECRET[:20]),
    ],
)
def test_no_message_tells_a_secret(name, value):
    with pytest.raises(SettingsError) as refused:
        from_environment({f"SIMULATOR_{name}": value})
    assert value[:20] not in str(refused.value)
    assert SECRET[:20] not in str(refused.value)


@pytest.mark.parametrize(
    "url", ["/root", "http://[", "mysql://db/x", "postgresql://db/x", "postgresql+psycopg://db:a/x"]
)
def test_a_database_that_cannot_be_used_is_told_at_the_start(url):
    with pytest.raises(SettingsError, match="SIMULATOR_DATABASE_URL is no address such as sqlite"):
        from_environment({"SIMULATOR_DATABASE_URL": url})


def test_settings_written_out_do_not_show_secrets():
    given = {**SAFE, "SIMULATOR_DATABASE_URL": f"postgresql+psycopg://webcare:{SECRET}@db/webcare"}
    assert SECRET not in repr(from_environment(given))


@pytest.mark.parametrize(
    ("given", "address", "fault"),
    [
        ({}, EVERYWHERE, "workshop"),
        ({}, None, "workshop"),
        ({"SIMULATOR_PUBLIC_URL": "https://sim.example"}, "127.0.0.1", "workshop"),
        ({"SIMULATOR_SIGN_IN": "local"}, EVERYWHERE, "COOKIE_SECRET is missing"),
        (
            {"SIMULATOR_SIGN_IN": "local", "SIMULATOR_PUBLIC_URL": "https://sim.example"},
            "127.0.0.1",
            "COOKIE_SECRET is missing",
        ),
        ({"SIMULATOR_SIGN_IN": "local"}, "127.0.0.1", ""),
        (SAFE, EVERYWHERE, ""),
        ({**SAFE, "SIMULATOR_PUBLIC_URL": "https://sim.example"}, "127.0.0.1", ""),
    ],
)
def test_settings_that_are_unsafe_together_are_refused(given, address, fault):
    said = insecure(from_environment(given), address)
    assert fault in said
    assert bool(fault) == bool(said)


def test_a_provider_must_send_people_back_to_the_public_address():
    given = {
        **SAFE,
        "SIMULATOR_SIGN_IN": "oidc",
        "SIMULATOR_PUBLIC_URL": "https://sim.example",
        "SIMULATOR_OIDC_METADATA_URL": "https://id.example/x",
        "SIMULATOR_OIDC_CLIENT_ID": "sim",
        "SIMULATOR_OIDC_CLIENT_SECRET": "geheim",
        "SIMULATOR_OIDC_REDIRECT_URI": "https://sim.example.evil/oauth2callback",
        "SIMULATOR_OIDC_ROLES": "roles.yaml",
    }
    with pytest.raises(SettingsError, match="does not lie under"):
        from_environment(given)
    given["SIMULATOR_OIDC_REDIRECT_URI"] = "https://sim.example/oauth2callback"
    assert from_environment(given).provider is not None


def test_a_command_says_what_is_wrong_and_ends_with_two(monkeypatch, capsys):
    monkeypatch.setenv("SIMULATOR_PORT", "many")
    assert cli.main(["migrate"]) == 2
    assert "SIMULATOR_PORT is 'many'" in capsys.readouterr().err


def test_the_example_file_names_every_setting_and_can_be_used(file):
    example = (ROOT / "deploy" / "simulator.toml").read_text(encoding="utf-8")
    lines = re.findall(r"^# ([a-z_]+ = .+)$", example, re.MULTILINE)
    written = tomllib.loads("\n".join(lines))
    names = {known.name for known in KNOWN}
    assert names <= set(written) | {"database_url_file"}
    assert {name.removesuffix("_file") for name in written} == names
    assert values(file(example)) == {}
    plain = [line for line in lines if not re.match(r"[a-z_]+_file = |scenarios|oidc_", line)]
    found = from_environment(file("\n".join(plain)))
    assert found.server.public_url == "https://simulator.example.org"


@pytest.mark.parametrize("known", KNOWN, ids=lambda known: known.name)
def test_every_setting_is_in_the_documents(known):
    told = "".join(
        (ROOT / name).read_text(encoding="utf-8")
        for name in ("README.md", "docs/signing-in.md", "docs/exports.md", "docs/operations.md")
    )
    assert f"`{known.variable}`" in told
