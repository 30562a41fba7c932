"""Measures a stack of its own and prints one table. See README.md for what each figure is."""

import argparse
import contextlib
import gzip
import http.client
import json
import os
import pathlib
import re
import resource
import selectors
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
import urllib.request

from stack import ROOT, Database, Stack, children, pss, ticks

HERE = pathlib.Path(__file__).resolve().parent
TALKS = 300
NOTICES = 10_000
MOVES = 100
EVENTS = 50_000
SIZES = (10, 100, 1_000, 10_000)
# Where each service keeps what the catalog tells of contributions.
TALKS_IN = {"schedule": "contribution", "notification": "appearance"}
AT_ONCE = 1_000
ONE_BY_ONE = 1_000
LISTENERS = 5_000
# So many until the compiler has done its work.
RENDERINGS = 40
SMALL = 943
LARGE = 10_000
FILLED = 30
REST_SECONDS = 30
REAL_PROGRAMME = ROOT.parent / "shared/data/schedules/fosdem-2025.xml"
SECONDS = 8
WARM_UPS = 8
# For --quick: whether all of this still runs, and no figure that means anything.
QUICK = {"TALKS": 48, "NOTICES": 20, "MOVES": 5, "EVENTS": 1_000, "SIZES": (10, 100), "AT_ONCE": 100, "ONE_BY_ONE": 50, "LISTENERS": 50,
         "RENDERINGS": 1, "SMALL": 200, "LARGE": 300, "FILLED": 2, "REST_SECONDS": 1, "SECONDS": 1, "WARM_UPS": 1}
NGINX_PORT = 28080
SINK_PORT = 28025
TWIN_PORT = 28030


class Table:
    """The figures as they come, each with the median and the spread of its runs."""

    HEAD = ("figure", "median", "least", "most", "runs", "limit", "ratio", "target", "load")

    def __init__(self):
        self.rows = []

    def add(self, figure, runs, unit, limit=None, target=""):
        median = statistics.median(runs)
        ratio = f"{median / statistics.median(limit):.2f}" if limit else ""
        row = (
            figure,
            f"{number(median)} {unit}",
            number(min(runs)),
            number(max(runs)),
            str(len(runs)),
            number(statistics.median(limit)) if limit else "",
            ratio,
            target,
            f"{os.getloadavg()[0]:.1f}",
        )
        self.rows.append(row)
        say("  ".join(row))

    def __str__(self):
        rows = [self.HEAD, ("---",) * len(self.HEAD), *self.rows]
        return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def number(value):
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.2f}" if abs(value) < 10 else f"{value:.1f}"


def say(text):
    print(text, file=sys.stderr, flush=True)


def output(*line, **options):
    return subprocess.run(line, check=True, stdout=subprocess.PIPE, text=True, **options).stdout


# --- What is measured ----------------------------------------------------------------------------------------


def start_up(stack, table, runs):
    """From the command to its return, on data that are there, everything being built."""
    seconds = []
    for _ in range(runs):
        stack.stop()
        begin = time.monotonic()
        stack.up()
        seconds.append(time.monotonic() - begin)
    table.add("`up --detach`, data there", seconds, "s", target="≤ 10")


def rest(stack, table, runs):
    """What a stack uses of the processors of which nobody asks anything."""
    millis = []
    time.sleep(REST_SECONDS)
    for _ in range(runs):
        before = stack.cpu()
        time.sleep(REST_SECONDS)
        millis.append((stack.cpu() - before) * 1e3 / REST_SECONDS)
    table.add("CPU at rest, all processes", millis, "ms/s", target="≤ 10")


def warm_up(stack, conference):
    """Until the compiler has done its work: what it does is not what is measured."""
    conference.be_quiet_for(stack.api(), "PT10M")
    path = f"/agenda/{conference.slug}"
    for _ in range(WARM_UPS):
        http_edits(stack, conference, 4)
        reads(stack.agendas() + path, '"none"')
        reads(stack.status["gateway"] + path, '"none"')
    conference.be_quiet_for(stack.api(), "PT0S")
    quiet(stack)


def edits(stack, conference, table, runs):
    """Moves of talks within one conference over HTTP, and the same statements by pgbench on the same server; mails wait till the end."""
    conference.be_quiet_for(stack.api(), "PT10M")
    copy = stack.database("schedule").copy_as("benchmark")
    for clients in (1, 4, 16):
        http, yardstick, now = [], [], []
        for _ in range(runs):
            # Side by side in time, so that a busy neighbour meets all.
            http.append(http_edits(stack, conference, clients))
            yardstick.append(pgbench_edits(copy, conference, clients, "edits.sql"))
            now.append(pgbench_edits(copy, conference, clients, "edits-now.sql"))
        table.add(f"edits over HTTP, {clients} clients", rates_of(http), "/s", yardstick, "≥ 0.6 of pgbench")
        table.add("beside the statements of today", rates_of(http), "/s", now)
        table.add("CPU of all processes per edit", costs_of(http), "ms", target="≤ 8")
    public = [http_edits(stack, conference, 4, stack.status["gateway"]) for _ in range(runs)]
    table.add("edits through the gateway, 4 clients", rates_of(public), "/s")
    conference.be_quiet_for(stack.api(), "PT0S")


def http_edits(stack, conference, clients, url=None):
    """Edits per second, and the milliseconds of CPU that each costs all processes of the stack."""
    schedule = stack.database("schedule")

    def version():
        return int(schedule.value(
            f"select version from schedule join conference on id = conference_id where slug = '{conference.slug}'"))

    before, used, begin = version(), stack.cpu(), time.monotonic()
    output("wrk", "-t", "1", "-c", str(clients), "-d", f"{SECONDS}s", "-s", str(HERE / "edits.lua"),
           url or stack.service("schedule")["url"], "--", stack.status["tokens"]["admin"], conference.slug, str(TALKS))
    took = time.monotonic() - begin
    # A version is an edit that was committed; wrk also counts moves to where the talk was.
    made = version() - before
    return made / took, (stack.cpu() - used) * 1e3 / made


def pgbench_edits(copy, conference, clients, script):
    report = output("pgbench", "-n", "-M", "prepared", "-c", str(clients), "-j", "1", "-T", str(SECONDS),
                    "-f", str(HERE / script), "-D", f"slug={conference.slug}", "-D", f"talks={TALKS}",
                    env=copy.environment)
    return float(re.search(r"tps = ([\d.]+)", report)[1])


def move_to_inbox(stack, conference, table, runs):
    """From a move's answer to its mail's file in the inbox, one move at a time, quiet period zero."""
    inbox = stack.data / "inbox"
    api = stack.api()
    p50, p99, edit = [], [], []
    for run in range(runs):
        waits, answers = [], []
        for talk in range(MOVES):
            arrived = mails(inbox)
            begin = time.monotonic()
            # A minute that no edit before has chosen, else nothing would move.
            conference.place(api, talk, minute=run + 31)
            answered = time.monotonic()
            while mails(inbox) == arrived:
                time.sleep(0.0005)
            waits.append((time.monotonic() - answered) * 1000)
            answers.append((answered - begin) * 1000)
        waits.sort()
        p50.append(statistics.median(waits))
        p99.append(waits[int(len(waits) * 0.99) - 1])
        edit.append(statistics.median(answers))
    table.add("move → inbox, p50", p50, "ms", target="≤ 25")
    table.add("move → inbox, p99", p99, "ms", target="≤ 100")
    table.add("the move itself over the gateway, p50", edit, "ms")


def mails(inbox):
    return sum(name.endswith(".json") for name in os.listdir(inbox))


def first_reads(stack, conference, runs):
    """Seconds of the first reads of an agenda after a start of everything."""
    seconds = []
    for _ in range(runs):
        stack.stop()
        stack.up()
        seconds.append(one_by_one(f"{stack.agendas()}/agenda/{conference.slug}"))
    return seconds


def one_by_one(url):
    """Seconds of a thousand reads over one connection."""
    address = urllib.parse.urlsplit(url)
    connection = http.client.HTTPConnection(address.netloc)
    begin = time.monotonic()
    for _ in range(ONE_BY_ONE):
        connection.request("GET", address.path)
        connection.getresponse().read()
    return time.monotonic() - begin


def agenda(stack, conference, table, runs, folder, first):
    """The agenda as JSON and its 304, plain and in gzip, against nginx with the same bytes and tag, and once more through the gateway."""
    path = f"/agenda/{conference.slug}"
    service, gateway = stack.agendas() + path, stack.status["gateway"] + path
    pids = stack.pids()
    later = [one_by_one(service) for _ in range(runs)]
    table.add(f"the first {ONE_BY_ONE:,} reads after a start, beside later ones", first, "s", later)
    with nginx(folder, fetched(service)[0]) as (static, workers):
        for gzip in (False, True):
            for known in (False, True):
                body, ours = fetched(service, gzip)
                theirs = fetched(static, gzip)[1]
                nginxs, direct, through = [], [], []
                for _ in range(runs):
                    nginxs.append(reads(static, theirs if known else None, gzip, workers))
                    direct.append(reads(service, ours if known else None, gzip, pids["schedule"]))
                    through.append(reads(gateway, ours if known else None, gzip, pids["launcher"]))
                what = f"agenda of {TALKS} talks" + (", gzip" if gzip else "") + (", 304" if known else f", {len(body) / 1000:.0f} kB")
                for where, measured in (("", direct), (" through the gateway", through)):
                    rates, limit = rates_of(measured), rates_of(nginxs)
                    table.add(what + where, rates, "/s", limit, "≥ 1.2 of nginx" if known else "≥ 0.95 of nginx")
                    table.add("its CPU per request", costs_of(measured), "µs", costs_of(nginxs), "≤ 1.1 of nginx")


def fetched(url, gzip=False):
    """Bytes and tag."""
    with urllib.request.urlopen(urllib.request.Request(url, headers=encodings(gzip))) as answer:
        return answer.read(), answer.headers["ETag"]


def encodings(gzip):
    return {"Accept-Encoding": "gzip"} if gzip else {}


def rates_of(measured):
    return [rate for rate, _ in measured]


def costs_of(measured):
    return [cost for _, cost in measured]


def reads(url, tag, gzip=False, pids=()):
    """Reads per second, and the microseconds of CPU that each costs these processes."""
    headers = encodings(gzip) | ({"If-None-Match": tag} if tag else {})
    options = [word for name, value in headers.items() for word in ("-H", f"{name}: {value}")]
    before = cpu(pids)
    report = output("wrk", "-t", "1", "-c", "16", "-d", f"{SECONDS}s", *options, url)
    micros = (cpu(pids) - before) * 1e6 / int(re.search(r"(\d+) requests in", report)[1])
    return float(re.search(r"Requests/sec:\s+([\d.]+)", report)[1]), micros


def cpu(pids):
    """Seconds of CPU that processes have used, with all their threads."""
    ticks = (pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[11:13] for pid in pids)
    return sum(int(user) + int(system) for user, system in ticks) / os.sysconf("SC_CLK_TCK")


@contextlib.contextmanager
def nginx(folder, body):
    """A server of these bytes; gives their URL, and its workers."""
    url = f"http://127.0.0.1:{NGINX_PORT}/agenda.json"
    (folder / "agenda.json").write_bytes(body)
    (folder / "agenda.json.gz").write_bytes(gzip.compress(body, 6))
    (folder / "nginx.conf").write_text(f"""
        daemon off; worker_processes 2; pid {folder}/nginx.pid; error_log stderr;
        events {{ worker_connections 512; }}
        http {{
          access_log off; sendfile on; keepalive_requests 1000000; open_file_cache max=10; types {{ application/json json; }}
          gzip_static on;
          server {{ listen 127.0.0.1:{NGINX_PORT}; root {folder}; }}
        }}""")
    process = subprocess.Popen([shutil.which("nginx") or "/usr/sbin/nginx", "-p", folder, "-c", folder / "nginx.conf"],
                               stderr=subprocess.DEVNULL)
    try:
        until(lambda: answers(url))
        yield url, children(process.pid)
    finally:
        end(process)


def stream(stack, conference, table, runs):
    """Many listeners to the stream of one agenda at one replica: what they cost, and when the last has heard of a move."""
    resource.setrlimit(resource.RLIMIT_NOFILE, (LISTENERS + 1_000, max(LISTENERS + 1_000, resource.getrlimit(resource.RLIMIT_NOFILE)[1])))
    address = urllib.parse.urlsplit(stack.agendas())
    request = f"GET /agenda/{conference.slug}/stream HTTP/1.1\r\nHost: {address.netloc}\r\n\r\n".encode()
    before = stack.memory()["schedule"]
    with contextlib.ExitStack() as open_ones, selectors.DefaultSelector() as listeners:
        for _ in range(LISTENERS):
            listener = open_ones.enter_context(socket.create_connection((address.hostname, address.port)))
            listener.sendall(request)
            listeners.register(listener, selectors.EVENT_READ)
        await_news(listeners)
        memory = stack.memory()["schedule"] - before
        waits = []
        for run in range(runs):
            # A minute that nothing before has chosen.
            conference.place(stack.api(), 0, minute=run + 20)
            begin = time.monotonic()
            await_news(listeners)
            waits.append(time.monotonic() - begin)
    table.add(f"{LISTENERS:,} listeners to a stream: memory", [memory], "MB", target="≤ 200")
    table.add("until all have heard of a move", waits, "s", target="≤ 2")


def await_news(listeners):
    """Until each has been told a revision."""
    waiting = {key.fileobj for key in listeners.get_map().values()}
    while waiting:
        for key, _ in listeners.select():
            if b"event:revision" in key.fileobj.recv(4096):
                waiting.discard(key.fileobj)


def pages(stack, table, runs, file):
    """A programme's largest day as a page, with all that it loads, and what a move costs whose readers had all documents."""
    slug = "pages"
    api = stack.api()
    Imported(stack, slug).measure(api, file)
    api.call("PUT", f"/schedule/conferences/{slug}/publication", {})
    root = f"{stack.agendas()}/agenda/{slug}"
    whole = json.loads(fetched(root)[0])
    talks, first_day = whole["talks"], whole["conference"]["days"][0]
    days = sorted({talk["startsAt"][:10] for talk in talks})
    day = statistics.mode(talk["startsAt"][:10] for talk in talks)
    page = document(f"{root}/days/{day}", "text/html")
    html = gzip.decompress(page).decode()
    assets = set(re.findall(r'(?:href|src)="(/agenda/-/[^"]+)"', html))
    loaded = len(page) + sum(len(document(stack.agendas() + asset, "*/*")) for asset in assets)
    table.add(f"page of a day of {len(talks)} talks, with its assets, gzip", [loaded / 1000], "kB", target="≤ 60")
    table.add("its elements", [len(re.findall(r"<[a-z]", html))], "", target="≤ 2,500")
    wide = [("", "text/html"), ("", "application/json"), ("/presenters", "text/html"), *((f"/days/{each}", "text/html") for each in days)]
    files = [".ics", ".csv", ".txt", "/schedule.xml", "/schedule.json", "/calendar.xml", "/feed.atom", "/feed.json"]
    read = [(root + path, kind) for path, kind in wide + [(file, "*/*") for file in files]]
    thread = renderer(stack.service("schedule")["pid"])
    costs = []
    for run in range(RENDERINGS + runs):
        for url, kind in read * 2:
            document(url, kind)
        before = cpu_of_thread(thread)
        place = {"room": talks[0]["room"]["slug"], "startsAt": f"{first_day}T04:{run:02}", "durationMinutes": 5}
        tag = fetched(root)[1]
        api.call("PUT", f"/schedule/conferences/{slug}/slots/{talks[0]['number']}", place)
        until(lambda: fetched(root)[1] != tag, every=0.01)
        costs.append((cpu_of_thread(thread) - before) * 1000)
    table.add(f"rendering {len(read)} documents after a move: CPU", costs[RENDERINGS:], "ms", target="≤ 100")


def document(url, kind):
    """Its bytes in gzip."""
    headers = {"Accept": kind, "Accept-Encoding": "gzip"}
    with urllib.request.urlopen(urllib.request.Request(url, headers=headers)) as answer:
        return answer.read()


def renderer(pid):
    """The thread that follows the agendas."""
    return next(task for task in pathlib.Path(f"/proc/{pid}/task").iterdir() if (task / "comm").read_text() == "agenda\n")


def cpu_of_thread(task):
    """Seconds of CPU."""
    return int((task / "schedstat").read_text().split()[0]) / 1e9


def notices(stack, table, runs, folder):
    """A conference is published: from the first notice to the server's 250 of the last, each presenter has one; then moves, one at a time."""
    rates, limit, costs, grown, p50, p99 = [], [], [], [], [], []
    sink = subprocess.Popen(["/usr/sbin/smtp-sink", "-u", "nobody", f"127.0.0.1:{SINK_PORT}", "1000"])
    database = stack.database("notification").copy_as("benchmark_notices")
    file = programme(NOTICES)
    with twin(stack, "notification", folder, database, LECTERN_SMTP_PORT=str(SINK_PORT)) as (url, pid):
        pause = stack.service("notification")["pid"]
        os.kill(pause, signal.SIGSTOP)
        try:
            for run in range(runs):
                owed = Owed(stack, f"notices-{run}")
                owed.create(stack.api(url), database, file)
                before, used = pss(pid), stack.cpu() + ticks(pid, 2)
                stack.api().call("PUT", f"/schedule/conferences/{owed.slug}/publication", {})
                until(lambda: owed.sent(database) == NOTICES, every=1)
                costs.append((stack.cpu() + ticks(pid, 2) - used) * 1e3 / NOTICES)
                grown.append((pss(pid) - before) / 1024)
                rates.append(NOTICES / owed.seconds(database))
                limit.append(smtp_source())
                waits = owed.moved(database)
                p50.append(statistics.median(waits))
                p99.append(waits[int(len(waits) * 0.99) - 1])
        finally:
            os.kill(pause, signal.SIGCONT)
    end(sink)
    table.add(f"notices to smtp-sink, {NOTICES:,} at once", rates, "/s", limit, "≥ 600")
    table.add("CPU of all processes per notice, publication and all", costs, "ms", target="≤ 3")
    table.add("memory that the service has taken for it", grown, "MB", target="≤ 300")
    table.add("a move → accepted by smtp-sink, p50", p50, "ms", target="≤ 20")
    table.add("a move → accepted by smtp-sink, p99", p99, "ms", target="≤ 80")


class Owed:
    """A conference whose publication owes each presenter a notice, quiet period zero."""

    def __init__(self, stack, slug):
        self.stack = stack
        self.slug = slug
        self.api = stack.api()

    def create(self, notification, database, file):
        self.id = self.api.call("POST", "/catalog/conferences", {
            "slug": self.slug, "timeZone": "Europe/Paris", "days": ["2027-03-02", "2027-03-03"]})["id"]
        # A service that has just started may take longer than it lets callers wait.
        until(lambda: succeeds(lambda: notification.call("PATCH", f"/notification/conferences/{self.slug}/settings", {"quietPeriod": "PT0S"})))
        self.api.send(f"/catalog/conferences/{self.slug}/imports?format=frab-xml", file)
        addresses = "number,email\n" + "".join(f"{talk + 1},speaker-{talk}@{self.slug}.example\n" for talk in range(NOTICES))
        self.api.send(f"/catalog/conferences/{self.slug}/presenters/addresses", addresses.encode())
        self.api.send(f"/schedule/conferences/{self.slug}/imports?format=frab-xml", file)
        self.room = self.api.call("GET", f"/schedule/conferences/{self.slug}/rooms")["items"][0]["slug"]
        known = f"""
            select (select count(*) from address where conference_id = '{self.id}' and email is not null)
                + (select count(*) from appearance where conference_id = '{self.id}')
                - (select count(*) from touch where conference_id = '{self.id}')"""
        until(lambda: int(database.value(known)) == 2 * NOTICES)

    def sent(self, database):
        return int(database.value(f"select count(*) from notice where state = 'SENT' and conference_id = '{self.id}'"))

    def seconds(self, database):
        deliveries, seconds = database.run(f"""
            select count(*), extract(epoch from max(sent_at) - min(created_at))
            from notice join delivery on notice_id = id where conference_id = '{self.id}'""")[0]
        if int(deliveries) != NOTICES:
            raise RuntimeError(f"{deliveries} attempts for {NOTICES} notices")
        return float(seconds)

    def moved(self, database):
        """Milliseconds from a change to the server's 250, in order."""
        for talk in range(MOVES):
            sent = self.sent(database)
            # Nothing else is on that evening.
            self.api.call("PUT", f"/schedule/conferences/{self.slug}/slots/{talk + 1}", {
                "room": self.room, "startsAt": f"2027-03-03T{19 + talk // 30 % 4}:{talk % 30 * 2:02}", "durationMinutes": 1})
            # Seldom: each question starts a psql, which takes a core from what is measured.
            until(lambda: self.sent(database) > sent, every=0.2)
        return sorted(float(row[0]) for row in database.run(f"""
            select extract(epoch from sent_at - changed_at) * 1000 from notice join slot using (appearance_id)
            where notice.conference_id = '{self.id}' and kind = 'CHANGED'"""))


def smtp_source():
    messages = 10_000
    begin = time.monotonic()
    output("/usr/sbin/smtp-source", "-s", "4", "-d", "-l", "6000", "-m", str(messages),
           "-f", "a@lectern.example", "-t", "b@lectern.example", f"127.0.0.1:{SINK_PORT}")
    return messages / (time.monotonic() - begin)


def schedule(stack, table, runs):
    """One move at a time in conferences of growing size, each against the smallest; then many at once, and reading all of it."""
    smallest = None
    for size in SIZES:
        conference = Timetable(f"schedule-{size}", size)
        conference.create(stack)
        conference.warm_up(stack)
        moves = [conference.move_one_by_one(stack, run) for run in range(runs)]
        smallest = smallest or moves
        table.add(f"one move among {size:,} talks, p50", moves, "ms", smallest, "≤ 2 × that among 10")
        if size == AT_ONCE:
            changes = [conference.move(stack, range(size), run) for run in range(runs)]
            table.add(f"a change of {AT_ONCE:,} operations", changes, "ms", target="≤ 2,000")
            readings = [conference.read(stack) for _ in range(runs)]
            table.add(f"the working schedule of {size:,} talks", readings, "ms", target="≤ 100")


def first_imports(stack, table, runs, file):
    """Both halves of the first import that a new stack sees: all is cold."""
    seconds = []
    for _ in range(runs):
        stack.stop()
        stack.reset()
        stack.up()
        first = Imported(stack, "first").measure(stack.api(), file)
        seconds.append(first["catalog"] + first["schedule"])
    table.add(f"the first import of a new stack, {first['talks']} talks: both halves", seconds, "s", target="≤ 8")


def imports(stack, table, runs, file):
    """A schedule.xml into the catalog, into the schedule, and both again; then searches in the largest catalog. Each run has its own conference."""
    api = stack.api()
    small, large = f"{SMALL} talks", f"{LARGE:,} talks"
    programmes = {small: file, large: programme(LARGE)}
    smaller = None
    for warm_up in range(WARM_UPS):
        Imported(stack, f"warm-up-{warm_up}").measure(api, programmes[small])
    for size, xml in programmes.items():
        measured = [Imported(stack, f"imports-{len(xml)}-{run}").measure(api, xml) for run in range(runs)]
        for what, target in Imported.TARGETS.items():
            seconds = [run[what] for run in measured]
            # Linear would be as many times longer as there are more talks.
            limit = [run[what] * measured[0]["talks"] / run["talks"] for run in smaller] if smaller else None
            table.add(f"import, {size}: {what}", seconds, "s", limit, target if not limit else "≤ linear")
        smaller = measured
    path = f"/catalog/conferences/imports-{len(programmes[large])}-0/contributions?pageSize=20&q="
    waits = [timed_searches(stack, path) for _ in range(runs)]
    table.add(f"search among {large}, p50", [statistics.median(run) for run in waits], "ms", target="≤ 20")
    table.add(f"search among {large}, the slowest", [max(run) for run in waits], "ms")
    for filled in range(FILLED):
        Imported(stack, f"filled-{filled}").measure(api, programmes[small])
        if filled + 1 in (FILLED // 3, FILLED):
            table.add(f"memory after {filled + 1} more conferences of that", [stack.memory()["all"]], "MB", target="≤ 1,500, and no growth")


def timed_searches(stack, path):
    """Milliseconds of searches for what is rare, common, wrongly spelt, of several words, and not there."""
    api = stack.api(stack.service("catalog")["url"])
    waits = []
    for query in ("speaker%2077", "clock", "pendulm", "bell%20tower%20speaker%2012", "escap", "zebra", "Talk%204711", "carilon"):
        begin = time.monotonic()
        api.call("GET", path + query)
        waits.append((time.monotonic() - begin) * 1000)
    return waits


def programme(talks):
    """A schedule.xml of so many talks, thirty to a room and day, each with a presenter of its own and an abstract of 500 letters."""
    words = "bell clock tower pendulum escapement carillon rope chime hour dial".split()
    days = []
    for day in range(2):
        rooms = []
        for room in range(-(-talks // 60)):
            events = []
            for place in range(30):
                talk = (room * 2 + day) * 30 + place
                if talk < talks:
                    abstract = " ".join(words[(talk * 7 + word * (talk % 9 + 1)) % 10] for word in range(75))
                    events.append(
                        f'<event id="{talk + 1}" guid="{talk:08x}-0000-4000-8000-000000000000"><start>{8 + place // 3:02}:{place % 3 * 20:02}</start>'
                        f"<duration>00:20</duration><title>Talk {talk}: {words[talk % 10]} and {words[talk // 10 % 10]}</title>"
                        f"<track>Track {talk % 20}</track><type>talk</type><language>en</language><abstract>{abstract}</abstract>"
                        f'<persons><person id="{talk + 1}">Ada SPEAKER {talk}</person></persons></event>')
            rooms.append(f'<room name="Room {room}">{"".join(events)}</room>')
        days.append(f'<day index="{day + 1}" date="2027-03-{2 + day:02}">{"".join(rooms)}</day>')
    title = "<conference><title>Clocks and bells</title></conference>"
    return f"<schedule>{title}{chr(10).join(days)}</schedule>".encode()


class Imported:
    """A conference that is filled from a file."""

    TARGETS = {
        "catalog": "≤ 2",
        "until all services have it": "≤ 1.5",
        "schedule": "≤ 2",
        "catalog again": "≤ 0.7",
        "schedule again": "≤ 0.7",
    }

    def __init__(self, stack, slug):
        self.stack = stack
        self.slug = slug

    def measure(self, api, file):
        """Seconds of each part, and how many talks there are."""
        conference = api.call("POST", "/catalog/conferences", {
            "slug": self.slug, "timeZone": "Europe/Brussels", "days": ["2027-03-02", "2027-03-03"]})
        seconds, answers = {}, {}
        begin = time.monotonic()
        answers["catalog"] = api.send(f"/catalog/conferences/{self.slug}/imports?format=frab-xml", file)
        seconds["catalog"] = time.monotonic() - begin
        for service in ("schedule", "notification"):
            count = f"select count(*) from {TALKS_IN[service]} where conference_id = '{conference['id']}'"
            until(lambda: int(self.stack.database(service).value(count)) == answers["catalog"]["created"], every=0.02)
        seconds["until all services have it"] = time.monotonic() - begin - seconds["catalog"]
        for what, service in (("schedule", "schedule"), ("catalog again", "catalog"), ("schedule again", "schedule")):
            begin = time.monotonic()
            answers[what] = api.send(f"/{service}/conferences/{self.slug}/imports?format=frab-xml", file)
            seconds[what] = time.monotonic() - begin
        if answers["catalog again"]["updated"] or answers["schedule again"]["version"] != answers["schedule"]["version"]:
            raise RuntimeError("the same file again is a change")
        return seconds | {"talks": answers["catalog"]["created"]}


def relay(stack, table, runs):
    """Rows of the outbox sent and deleted per second, nobody reading the topic at the same time."""
    catalog = stack.database("catalog")
    conference = Conference("relay", 0)
    conference.create(stack)
    readers = [stack.service(name)["pid"] for name in ("schedule", "notification")]
    rates = []
    for run in range(runs):
        until(lambda: catalog.value("select count(*) from outbox") == "0")
        for pid in readers:
            os.kill(pid, signal.SIGSTOP)
        try:
            rates.append(drained_per_second(stack, catalog, conference, run + 1))
        finally:
            for pid in readers:
                os.kill(pid, signal.SIGCONT)
    table.add("events through the relay", rates, "/s", target="≥ 10,000")
    return conference


def drained_per_second(stack, catalog, conference, revision):
    """Contributions that exist only as events: what a bootstrap reads later. The ids stay the same from run to run."""
    tell(catalog, conference, "Contribution", EVENTS, revision)
    # An edit wakes the relay; else the time until its next look would be measured too.
    begin = time.monotonic()
    stack.api().call("PATCH", f"/catalog/conferences/{conference.slug}", {"title": f"Relay {revision}"})
    until(lambda: catalog.value("select exists (select from outbox)") == "f", every=0.05)
    return EVENTS / (time.monotonic() - begin)


def tell(catalog, conference, title, count, revision):
    """Contributions that nobody made: the catalog does not have them, and only tells of them. Each of a hundred presenters has some."""
    catalog.run(f"""
        insert into outbox (topic, key, type, payload, trace_parent)
        select 'lectern.catalog.contribution.v1', id, 'dev.lectern.contribution.v1', convert_to(json_build_object(
            'id', id, 'revision', {revision}, 'deleted', false, 'conferenceId', '{conference.id}', 'number', n,
            'title', '{title} ' || n, 'abstract', repeat('About bells. ', 40), 'type', null, 'track', 'Track ' || n % 20,
            'durationMinutes', 30, 'state', 'ACCEPTED', 'withdrawals', 0, 'presenters', json_build_array(json_build_object(
                'id', md5('{conference.slug} presenter ' || n % 100)::uuid, 'name', 'Ada BELL ' || n % 100, 'affiliation', null)),
            'changedAt', '2027-01-01T00:00:00Z', 'announced', null)::text, 'UTF8'),
            '00-00000000000000000000000000000001-0000000000000001-00'
        from (select n, md5('{conference.slug}' || n)::uuid as id from generate_series(1, {count}) as n) as numbered""")


def bootstrap(stack, table, runs, folder):
    """A service without data reads all topics from the start, while the others rest: from its start to the last contribution."""
    for service in ("schedule", "notification"):
        seconds = []
        for run in range(runs):
            admin = stack.database("postgres")
            admin.run(f"drop database if exists benchmark_empty with (force)")
            admin.run(f"create database benchmark_empty owner {service}")
            empty = Database(stack.status["postgres"], "benchmark_empty")
            if service == "schedule":
                empty.run("create extension if not exists btree_gist")
            begin = time.monotonic()
            with twin(stack, service, folder, empty, MP_MESSAGING_INCOMING_EVENTS_GROUP_ID=f"empty-{service}-{begin}"):
                wanted = f"select count(*) from {TALKS_IN[service]} where title like 'Contribution %'"
                until(lambda: table_exists(empty, TALKS_IN[service]) and int(empty.value(wanted)) == EVENTS, every=0.1)
                seconds.append(time.monotonic() - begin)
        table.add(f"{service}: empty replica, {EVENTS:,} contributions", seconds, "s")


def table_exists(database, name):
    return database.value(f"select to_regclass('{name}') is not null") == "t"


def memory(stack, table, when, runs):
    sizes = []
    for _ in range(runs):
        sizes.append(stack.memory())
        time.sleep(1)
    for name in sizes[0]:
        table.add(f"memory {when}: {name}", [size[name] for size in sizes], "MB", target="≤ 900 at rest" if name == "all" else "")


# --- What it is measured with --------------------------------------------------------------------------------


class Conference:
    """A published or unpublished conference in Europe/Paris with one presenter per talk; each talk has an hour of its own."""

    def __init__(self, slug, talks):
        self.slug = slug
        self.talks = talks

    def create(self, stack):
        api = stack.api()
        self.id = api.call("POST", "/catalog/conferences", {
            "slug": self.slug, "timeZone": "Europe/Paris", "days": ["2027-03-02", "2027-03-03"]})["id"]
        # A service that has just started may take longer than it lets callers wait.
        until(lambda: succeeds(lambda: self.be_quiet_for(api, "PT0S")))
        for room in range(-(-self.talks // 24)):
            api.call("POST", f"/schedule/conferences/{self.slug}/rooms", {"slug": f"room-{room + 1}", "name": f"Room {room + 1}"})
        for talk in range(self.talks):
            presenter = api.call("POST", f"/catalog/conferences/{self.slug}/presenters", {
                "familyName": f"BELL {talk}", "givenNames": "Ada", "email": f"bell-{talk}@{self.slug}.example"})
            api.call("POST", f"/catalog/conferences/{self.slug}/contributions", {
                "title": f"Bells and clocks, part {talk}", "abstract": "Why *bells* are late. " * 5,
                "presenters": [{"id": presenter["id"]}]})
        for talk in range(self.talks):
            self.place(api, talk)

    def be_quiet_for(self, api, period):
        settings = {"quietPeriod": period}
        api.call("PATCH", f"/notification/conferences/{self.slug}/settings", settings)

    def place(self, api, talk, minute=0):
        hour, day, room = talk % 12 + 8, talk % 24 // 12 + 2, talk // 24 + 1
        api.call("PUT", f"/schedule/conferences/{self.slug}/slots/{talk + 1}", {
            "room": f"room-{room}", "startsAt": f"2027-03-{day:02}T{hour:02}:{minute:02}", "durationMinutes": 20})


class Timetable:
    """A conference that is not published, of so many talks, a hundred to a room and day, a quarter of an hour each."""

    def __init__(self, slug, talks):
        self.slug = slug
        self.talks = talks
        self.path = f"/schedule/conferences/{slug}"
        self.api = None

    def create(self, stack):
        api = stack.api()
        self.id = api.call("POST", "/catalog/conferences", {
            "slug": self.slug, "timeZone": "Europe/Paris", "days": ["2027-03-02", "2027-03-03"]})["id"]
        tell(stack.database("catalog"), self, "Talk", self.talks, 1)
        api.call("PATCH", f"/catalog/conferences/{self.slug}", {"title": "Wakes the relay"})
        count = f"select count(*) from contribution where conference_id = '{self.id}'"
        until(lambda: int(stack.database("schedule").value(count)) == self.talks)
        for room in range(-(-self.talks // 100)):
            api.call("POST", f"{self.path}/rooms", {"slug": f"room-{room}", "name": f"Room {room}"})
        for first in range(0, self.talks, AT_ONCE):
            self.move(stack, range(first, min(first + AT_ONCE, self.talks)), -1)

    def warm_up(self, stack):
        for run in range(WARM_UPS):
            self.move_one_by_one(stack, -2 - run)
            self.read(stack)

    def place(self, talk, run):
        """Where no run before has put it."""
        minutes = 8 * 60 + talk % 50 * 15 + run % 5
        return {"room": f"room-{talk // 100}", "durationMinutes": 10,
                "startsAt": f"2027-03-{2 + talk % 100 // 50:02}T{minutes // 60:02}:{minutes % 60:02}"}

    def move(self, stack, talks, run):
        """Milliseconds of one change."""
        operations = [{"op": "place", "contribution": talk + 1} | self.place(talk, run) for talk in talks]
        return self.timed(stack, "POST", "/changes", {"operations": operations})

    def move_one_by_one(self, stack, run):
        """Milliseconds of a move, the median of many."""
        talks = [number * 7919 % self.talks for number in range(MOVES)]
        return statistics.median(
            self.timed(stack, "PUT", f"/slots/{talk + 1}", self.place(talk, run + number // self.talks))
            for number, talk in enumerate(talks))

    def read(self, stack):
        return self.timed(stack, "GET", "")

    def timed(self, stack, method, below, body=None):
        self.api = self.api or stack.api(stack.service("schedule")["url"])
        begin = time.monotonic()
        self.api.call(method, self.path + below, body)
        return (time.monotonic() - begin) * 1000


@contextlib.contextmanager
def twin(stack, service, folder, database, **changes):
    """One more process of a service on another database, until the block ends; gives its URL and its pid."""
    url = f"http://127.0.0.1:{TWIN_PORT}"
    port = str(TWIN_PORT + 1)
    with open(folder / "twin.log", "ab") as log:
        process = stack.twin(
            service, log, QUARKUS_HTTP_PORT=str(TWIN_PORT), QUARKUS_MANAGEMENT_PORT=port,
            QUARKUS_DATASOURCE_JDBC_URL=f"jdbc:postgresql://127.0.0.1:{database.port}/{database.name}",
            **{"MP_MESSAGING_INCOMING_EVENTS_GROUP_ID": f"twin-{service}"} | changes)
    try:
        until(lambda: answers(f"http://127.0.0.1:{port}/q/health/live"), every=0.1)
        yield url, process.pid
    finally:
        end(process)


def succeeds(attempt):
    try:
        attempt()
        return True
    except (OSError, RuntimeError):
        return False


def answers(url):
    return succeeds(lambda: urllib.request.urlopen(url).close())


def until(holds, every=0.2, patience=300):
    deadline = time.monotonic() + patience
    while not holds():
        if time.monotonic() > deadline:
            raise TimeoutError("what is waited for does not happen")
        time.sleep(every)


def end(process):
    process.terminate()
    process.wait(30)


def quiet(stack):
    notification = stack.database("notification")
    until(lambda: notification.value("""
        select (select count(*) from touch) + (select count(*) from notice where state in ('DUE', 'SENDING', 'RETRYING'))""") == "0")


def measure(stack, table, runs, folder, wanted, programme_file):
    def want(name):
        return not wanted or name in wanted

    stack.up()
    if want("start"):
        start_up(stack, table, runs)
    conference = Conference("benchmark", TALKS)
    if want("imports"):
        first_imports(stack, table, runs, programme_file)
        stack.stop()
        stack.reset()
        stack.up()
    if want("memory"):
        memory(stack, table, "at rest", runs)
    if want("rest"):
        rest(stack, table, runs)
    if want("edits") or want("moves") or want("agenda") or want("stream") or want("memory"):
        conference.create(stack)
        stack.api().call("PUT", f"/schedule/conferences/{conference.slug}/publication", {})
        quiet(stack)
    if want("agenda"):
        first = first_reads(stack, conference, runs)
    if want("edits") or want("moves") or want("agenda"):
        warm_up(stack, conference)
    if want("agenda"):
        agenda(stack, conference, table, runs, folder, first)
    if want("stream"):
        stream(stack, conference, table, runs)
    if want("pages"):
        pages(stack, table, runs, programme_file)
    if want("moves"):
        move_to_inbox(stack, conference, table, runs)
    if want("edits"):
        edits(stack, conference, table, runs)
        quiet(stack)
    if want("schedule"):
        schedule(stack, table, runs)
    if want("imports"):
        imports(stack, table, runs, programme_file)
    if want("notices"):
        notices(stack, table, runs, folder)
    if want("memory"):
        memory(stack, table, "after load", runs)
    if want("relay"):
        relay(stack, table, runs)
        bootstrap(stack, table, runs, folder)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="runs per figure, default 5")
    parser.add_argument("--quick", action="store_true", help="one short run of each, to see that they still run; the figures mean nothing")
    parser.add_argument("--programme", type=pathlib.Path, help="a schedule.xml to import instead of the smaller one that is made")
    parser.add_argument("figures", nargs="*", help="start memory rest agenda stream pages moves edits schedule imports notices relay; default: all")
    options = parser.parse_args()
    if options.quick:
        globals().update(QUICK)
        options.runs = 1
    table = Table()
    say(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} before")
    with tempfile.TemporaryDirectory(prefix="lectern-benchmark-") as name:
        folder = pathlib.Path(name)
        folder.chmod(0o755)
        stack = Stack(folder / "data")
        try:
            file = options.programme or (REAL_PROGRAMME if REAL_PROGRAMME.exists() and not options.quick else None)
            file = file.read_bytes() if file else programme(SMALL)
            measure(stack, table, options.runs, folder, options.figures, file)
        finally:
            stack.stop()
    print(table)


main()
