package dev.lectern.stack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ComponentsTest {

    private final List<String> happened = new CopyOnWriteArrayList<>();

    @Test
    void whatIsNeededStartsFirstAndStopsLast() {
        var components = of(part("database"), part("broker"), part("service", "database", "broker"));
        // When
        components.start();
        components.stop();
        // Then
        assertThat(happened.subList(0, 2)).containsExactlyInAnyOrder("start database", "start broker");
        assertThat(happened.subList(2, 4)).containsExactly("start service", "stop service");
        assertThat(happened.subList(4, 6)).containsExactlyInAnyOrder("stop database", "stop broker");
    }

    @Test
    void aPartThatCannotStartIsReportedAtOnceAndNothingThatNeedsItIsTried() {
        var never = new CountDownLatch(1);
        var components = of(
                new Part("slow", List.of(), never::await),
                new Part("broken", List.of(), () -> {
                    throw new Failure("broken has no disk");
                }),
                part("service", "broken"));
        // When
        var start = catchThrowable(components::start);
        // Then
        assertThat(start).isInstanceOf(Failure.class).hasMessage("broken has no disk");
        assertThat(happened).isEmpty();
    }

    private Components of(Component... components) {
        return new Components(List.of(components), new Progress(new PrintStream(OutputStream.nullOutputStream())));
    }

    private Part part(String name, String... needs) {
        return new Part(name, List.of(needs), () -> happened.add("start " + name));
    }

    private interface Action {
        void run() throws Exception;
    }

    private final class Part implements Component {

        private final String name;
        private final List<String> needs;
        private final Action start;

        private Part(String name, List<String> needs, Action start) {
            this.name = name;
            this.needs = needs;
            this.start = start;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public List<String> needs() {
            return needs;
        }

        @Override
        public String address() {
            return "nowhere";
        }

        @Override
        public void start() throws Exception {
            start.run();
        }

        @Override
        public void stop() {
            happened.add("stop " + name);
        }
    }
}
