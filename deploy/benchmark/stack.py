"""A Lectern stack of the benchmark's own, and what one needs to drive it."""

import http.client
import json
import os
import pathlib
import subprocess
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[2]
PORT_BASE = 28000


class Stack:
    """A stack in a data folder of its own, without demo data."""

    def __init__(self, data):
        self.data = data
        self.status = None

    def lectern(self, command, *arguments):
        line = [str(ROOT / "deploy/lectern"), command, *arguments, "--data", str(self.data)]
        # One token asks for everything here, more often than one caller may.
        environment = os.environ | {"LECTERN_RATE_PER_SECOND": "100000", "LECTERN_RATE_BURST": "100000"}
        return subprocess.run(line, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout

    def up(self):
        self.lectern("up", "--detach", "--no-demo", "--port-base", str(PORT_BASE))
        self.status = json.loads(self.lectern("status", "--json"))

    def stop(self):
        self.lectern("stop")

    def reset(self):
        self.lectern("reset", "--yes")

    def service(self, name):
        return self.status["services"][name]

    def agendas(self):
        """Where the schedule serves agendas, beside its API."""
        ports = json.loads((self.data / "run" / "ports.json").read_text())
        return f"http://127.0.0.1:{ports['SCHEDULE_AGENDA']}"

    def database(self, name):
        return Database(self.status["postgres"], name)

    def api(self, url=None):
        return Api(url or self.status["gateway"], self.status["tokens"]["admin"])

    def pids(self):
        """Every process of the stack by name; PostgreSQL's backends belong to it."""
        pids = {name: [pid] for name, pid in self.status["processes"].items()}
        pids |= {name: [service["pid"]] for name, service in self.status["services"].items()}
        postmaster = pids["postgres"][0]
        pids["postgres"] += children(postmaster)
        return pids

    def memory(self):
        """Proportional set sizes in MB by process, and their sum."""
        sizes = {name: sum(map(pss, pids)) / 1024 for name, pids in self.pids().items()}
        return sizes | {"all": sum(sizes.values())}

    def cpu(self):
        """Seconds of CPU that all processes have used; PostgreSQL's backends also after they have ended."""
        postmaster, *backends = self.pids()["postgres"]
        others = [pid for name, pids in self.pids().items() if name != "postgres" for pid in pids]
        return sum(ticks(pid, 2) for pid in [*others, *backends]) + ticks(postmaster, 4)

    def twin(self, service, log, **changes):
        """Starts one more process of a service, with some of its environment changed."""
        pid = self.service(service)["pid"]
        line = pathlib.Path(f"/proc/{pid}/cmdline").read_text().rstrip("\0").split("\0")
        entries = pathlib.Path(f"/proc/{pid}/environ").read_text().rstrip("\0").split("\0")
        environment = dict(entry.split("=", 1) for entry in entries) | {"LECTERN_AGENDA_PORT": "-2"} | changes  # any other port
        return subprocess.Popen(line, env=environment, stdout=log, stderr=subprocess.STDOUT)


def ticks(pid, kinds):
    """Seconds of CPU of a process: of the first so many kinds of user, system, and of ended children user and system."""
    try:
        fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[11:11 + kinds]
    except FileNotFoundError:
        return 0
    return sum(map(int, fields)) / os.sysconf("SC_CLK_TCK")


def children(pid):
    """The processes that a process has started."""
    tasks = pathlib.Path(f"/proc/{pid}/task").iterdir()
    return [int(child) for task in tasks for child in (task / "children").read_text().split()]


def pss(pid):
    """Kilobytes; shared pages count in parts."""
    try:
        lines = pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except FileNotFoundError:
        return 0
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


class Api:
    """One connection to the API, kept open."""

    def __init__(self, url, token):
        self.token = token
        self.connection = http.client.HTTPConnection(urllib.parse.urlsplit(url).netloc)

    def call(self, method, path, body=None):
        return self.ask(method, path, None if body is None else json.dumps(body))

    def send(self, path, file):
        """Posts a file as it is."""
        return self.ask("POST", path, file)

    def ask(self, method, path, body):
        headers = {"Authorization": f"Bearer {self.token}"}
        if body is not None:
            headers["Content-Type"] = "application/json"
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        text = answer.read()
        if answer.status >= 300:
            raise RuntimeError(f"{method} {path}: {answer.status} {text.decode()}")
        return json.loads(text)


class Database:
    """One of the stack's databases, through psql."""

    def __init__(self, postgres, name):
        self.host, port = postgres["url"].removeprefix("jdbc:postgresql://").strip("/").split(":")
        self.name = name
        self.port = port
        self.environment = os.environ | {
            "PGHOST": self.host,
            "PGPORT": port,
            "PGUSER": postgres["user"],
            "PGPASSWORD": postgres["password"],
            "PGDATABASE": name,
        }

    def run(self, sql):
        """The rows of the last statement, as texts."""
        line = ["psql", "-qAt", "-F", "\t", "-v", "ON_ERROR_STOP=1", "-c", sql]
        output = subprocess.run(line, env=self.environment, check=True, stdout=subprocess.PIPE, text=True).stdout
        return [row.split("\t") for row in output.splitlines()]

    def value(self, sql):
        return self.run(sql)[0][0]

    def copy_as(self, copy):
        """A database of the same content beside this one; whoever is connected is cut off for a moment."""
        other = Database.__new__(Database)
        other.__dict__ = self.__dict__ | {"name": "postgres", "environment": self.environment | {"PGDATABASE": "postgres"}}
        other.run(f"drop database if exists {copy} with (force)")
        other.run(f"alter database {self.name} allow_connections false")
        try:
            other.run(f"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{self.name}'")
            other.run(f"create database {copy} template {self.name} owner {self.name}")
        finally:
            other.run(f"alter database {self.name} allow_connections true")
        other.environment["PGDATABASE"] = other.name = copy
        return other
