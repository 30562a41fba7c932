package dev.lectern.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What must always hold, seen from outside: databases, topics, inbox, agenda, logs. The names are those of the design:
 * S1 no double booking, S2 a state and its event, S4 numbers only rise, S5 replicas never go back, S6 mails of facts to
 * those entitled, S7 one Message-ID is one message, S8 repeated only in doubt, S9 a calendar's SEQUENCE never goes
 * back, S10 no address gets out, S11 nothing to strangers, L1 the last mail is the agenda, L2 everything is told once,
 * L3 replicas can be rebuilt, L4 nothing piles up. (S3, that what was answered is kept, is the ledger's: see
 * {@link EditStream}.) It remembers what it saw, so that what falls is noticed.
 */
final class Invariants {

    private final Evidence evidence;
    private final Quiet quiet;
    private final StateInvariants states;
    private final PrivacyInvariants privacy;
    private final AgendaInvariant agenda;
    private final List<Supplier<List<String>>> all;
    private final Supplier<List<String>> slow;
    private Duration spent = Duration.ZERO;
    private int checks;

    Invariants(Lectern lectern) {
        evidence = new Evidence(lectern);
        quiet = new Quiet(evidence);
        states = new StateInvariants(evidence);
        var replicas = new ReplicaInvariants(evidence);
        var mails = new MailInvariants(evidence);
        privacy = new PrivacyInvariants(evidence, lectern.data());
        agenda = new AgendaInvariant(evidence);
        slow = privacy::aStrangerFindsNothing;
        all = List.of(
                states::noRoomIsBookedTwice,
                states::everyStateIsTold,
                states::versionsHaveNoGap,
                states::revisionsOnlyRise,
                states::nothingPilesUp,
                replicas::replicasNeverGoBack,
                replicas::aRebuiltReplicaIsTheRunningOne,
                mails::aMailIsOfCommittedFactsToSomeoneEntitled,
                mails::aMessageIdIsOneMessage,
                mails::aMailIsRepeatedOnlyInDoubt,
                mails::sequencesNeverGoBack,
                mails::everyAnnouncementIsToldOnce,
                agenda::theLastMailIsTheAgenda);
    }

    /** Once all is quiet: looks at what is new, and at old conferences only where something changed. */
    void check() {
        var begin = System.nanoTime();
        quiet.await();
        assertThat(violations()).isEmpty();
        spent = spent.plusNanos(System.nanoTime() - begin);
        checks++;
    }

    /** Looks at every conference again. */
    void checkAll() {
        evidence.forgetAgendas();
        agenda.lookAgainAtAll();
        check();
        assertThat(slowViolations()).isEmpty();
        System.out.println("invariants checks=" + checks + " millis=" + spent.toMillis() + " " + sizes());
    }

    Quiet quiet() {
        return quiet;
    }

    /** Each begins with the name of the invariant that it violates. */
    List<String> violations() {
        evidence.gather();
        var found = new ArrayList<String>();
        all.forEach(invariant -> found.addAll(invariant.get()));
        var agendas = evidence.changedAgendas();
        found.addAll(states.anEqualTagIsAnEqualAgenda(agendas));
        found.addAll(privacy.noAddressGetsOut(agendas));
        return found;
    }

    /** The violations that take seconds to find. */
    List<String> slowViolations() {
        return slow.get();
    }

    /** How large the databases are, for comparing runs. */
    private String sizes() {
        return "sizes=" + evidence.rows("catalog", """
                select datname, pg_database_size(datname) / 1024 || ' kB' from pg_database
                where datname in ('catalog', 'schedule', 'notification') order by 1""");
    }
}
