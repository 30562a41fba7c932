package dev.lectern.schedule.agenda;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The pages' own words; those of other languages are in {@code messages}. */
@MessageBundle
@SuppressWarnings("MissingJavadoc")
public interface Messages {

    @Message("All times are in {zone}.")
    String allTimes(String zone);

    @Message("Last changed {when}.")
    String lastChanged(String when);

    @Message("Calendar file")
    String calendarFile();

    @Message("Days")
    String days();

    @Message("Search")
    String search();

    @Message("Talk, presenter, word…")
    String searchHint();

    @Message("Track")
    String track();

    @Message("Room")
    String room();

    @Message("Type")
    String type();

    @Message("all")
    String any();

    @Message("Show")
    String show();

    @Message("Show everything")
    String everything();

    @Message("No talks are placed yet.")
    String noTalks();

    @Message("Nothing like that was found.")
    String notFound();

    @Message("{count} at the same time")
    String many(int count);

    @Message("Chaired by {names}")
    String chairedBy(String names);

    @Message("Session")
    String session();

    @Message("Break")
    String pause();

    @Message("Agenda")
    String agenda();

    @Message("Presenters")
    String presenters();

    @Message("Authors")
    String authors();

    @Message("More from these presenters")
    String related();

    @Message("Add to calendar")
    String addToCalendar();

    @Message("All agendas")
    String allAgendas();

    @Message("Conferences")
    String conferences();

    @Message("Agendas that are public")
    String conferencesLead();

    @Message("None yet.")
    String none();

    @Message("There is no agenda here")
    String nothing();

    @Message("The address may be mistyped, or the agenda may not be public.")
    String nothingLead();

    @Message("Language")
    String language();

    @Message("Skip to the talks")
    String skip();

    @Message("Starred")
    String starred();

    @Message("Star this talk")
    String star();

    @Message("My stars")
    String myStars();

    @Message("Now and next")
    String now();

    @Message("My time zone")
    String myZone();

    @Message("Changes since your last visit: #. Stars among them: *.")
    String changes();

    @Message("Show them")
    String showChanges();

    @Message("You are offline. This copy is from #.")
    String offline();

    @Message("Data")
    String data();

    @Message("Preview: only those who have this address can see it.")
    String preview();

    @Message("What has changed")
    String whatChanged();

    @Message("Nothing has another time or room.")
    String nothingChanged();

    @Message("A talk that is not on the agenda any more")
    String formerTalk();

    @Message("new")
    String isNew();

    @Message("cancelled")
    String isGone();

    @Message("As a QR code")
    String qr();

    @Message("Door sign")
    String doorSign();

    @Message("Now")
    String runs();

    @Message("Next")
    String next();

    @Message("Nothing more here today.")
    String nothingMore();

    @Message("Full screen")
    String fullScreen();

    @Message("This agenda has no such page")
    String noSuchPage();

    @Message("What was here may have been taken off the agenda.")
    String noSuchPageLead();

    @Message("Chosen talks")
    String chosen();
}
