"""The README's walk-through with the generated client: the gateway's address, a token, the slug of the conference."""

import sys

import lectern

REPORT = """**Clocks and Bells**

Report of Contributions

Contribution ID: 2

Type: **not specified**

Why bells are late

We blame the *rope*.

Presenter: DUPONT, Éloïse (Univ. de Liège)
"""


def main(gateway, token, slug):
    client = lectern.ApiClient(lectern.Configuration(host=gateway, access_token=token))
    conferences = lectern.ConferencesApi(client)
    slots = lectern.SlotsApi(client)

    created = conferences.create_conference(
        lectern.CreateConference(slug=slug, time_zone="Europe/Paris", days=["2027-03-02", "2027-03-03"])
    )
    assert created.slug == slug and created.title == slug

    report = lectern.ContributionImportsApi(client).import_contributions(
        slug, REPORT.encode(), format="indico-report"
    )
    assert report.created == 1 and report.contributions[0].outcome == "CREATED"
    addresses = f"number,email\n2,eloise@{slug}.example\n"
    assert lectern.PresentersApi(client).import_addresses(slug, addresses.encode()).updated == 1

    room = lectern.RoomsApi(client).add_room(slug, lectern.NewRoom(slug="tower", name="Bell tower"))
    assert room.exclusive and room.capacity is None
    first = lectern.PlaceSlot(room=lectern.RoomReference("tower"), startsAt="2027-03-02T10:00")
    placed = slots.place_contribution(slug, 2, first)
    assert placed.room.name == "Bell tower" and placed.duration_minutes == 30

    lectern.SettingsApi(client).patch_settings(slug, lectern.SettingsRequestPatch(quietPeriod="PT0S"))
    assert lectern.PublicationApi(client).publish_schedule(slug).published

    change = lectern.ChangeRequest(
        operations=[
            lectern.Operation(lectern.BreakOperation(op="break", title="Coffee", startsAt="2027-03-03T13:00", durationMinutes=30)),
            lectern.Operation(lectern.PlaceOperation(op="place", contribution=2, room="tower", startsAt="2027-03-03T14:00")),
        ]
    )
    tried = lectern.ChangesApi(client).apply_change(slug, change, dry_run=True)
    assert tried.dry_run and tried.tells[0].kind == "CHANGED" and tried.breaks[0].after.title == "Coffee"

    moved = lectern.PlaceSlot(
        room=lectern.RoomReference("tower"), startsAt="2027-03-03T14:00", comment="The rope is being replaced"
    )
    assert slots.place_contribution(slug, 2, moved).starts_at.day == 3

    agenda = lectern.AgendaApi(client).get_agenda(slug)
    assert [talk.title for talk in agenda.talks] == ["Why bells are late"]
    history = lectern.ChangesApi(client).list_changes(slug)
    assert history.items[0].operations[0].actual_instance.op == "place"

    try:
        slots.place_contribution(slug, 99, first)
    except lectern.exceptions.NotFoundException as refused:
        assert refused.status == 404
    else:
        raise AssertionError("There is no contribution 99")


if __name__ == "__main__":
    main(*sys.argv[1:])
