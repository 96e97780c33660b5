package dev.millrace.streams.kstream;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WindowsTest {
    private static final Duration TOO_LONG = Duration.ofSeconds(Long.MAX_VALUE);

    @Test
    void aTimestampIsInOneTumblingWindow() {
        TimeWindows windows = TimeWindows.ofSizeWithNoGrace(ofMillis(10));
        assertThat(windows.windowsFor(9)).containsOnlyKeys(0L).containsValue(new TimeWindow(0, 10));
        assertThat(windows.windowsFor(10)).containsOnlyKeys(10L);
    }

    @Test
    void aTimestampIsInAllHoppingWindowsThatCoverIt() {
        TimeWindows windows = TimeWindows.ofSizeWithNoGrace(ofMillis(10)).advanceBy(ofMillis(3));
        assertThat(windows.windowsFor(2).keySet()).containsExactly(0L);
        assertThat(windows.windowsFor(9).keySet()).containsExactly(0L, 3L, 6L, 9L);
        assertThat(windows.windowsFor(10).keySet()).containsExactly(3L, 6L, 9L);
        assertThat(windows.windowsFor(21).keySet()).containsExactly(12L, 15L, 18L, 21L);
    }

    @Test
    void beforeTheEpochThereAreNoWindows() {
        assertThat(TimeWindows.ofSizeWithNoGrace(ofMillis(10)).windowsFor(-1)).isEmpty();
    }

    @Test
    void aTimeWindowHasASizeAndAnAdvanceWithinIt() {
        assertThatIllegalArgumentException().isThrownBy(() -> TimeWindows.ofSizeWithNoGrace(Duration.ofNanos(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> TimeWindows.ofSizeWithNoGrace(ofMillis(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> TimeWindows.ofSizeWithNoGrace(null));
        assertThatIllegalArgumentException().isThrownBy(() -> TimeWindows.ofSizeWithNoGrace(TOO_LONG));
        TimeWindows windows = TimeWindows.ofSizeWithNoGrace(ofMillis(10));
        assertThatIllegalArgumentException().isThrownBy(() -> windows.advanceBy(ofMillis(0)));
        assertThatIllegalArgumentException().isThrownBy(() -> windows.advanceBy(ofMillis(11)));
        assertThat(windows.advanceBy(ofMillis(10))).isEqualTo(windows);
    }

    @Test
    void noWindowHasANegativeGracePeriod() {
        Duration negative = ofMillis(-1);
        Duration size = ofMillis(5);
        assertThatIllegalArgumentException().isThrownBy(() -> TimeWindows.ofSizeAndGrace(size, negative));
        assertThatIllegalArgumentException().isThrownBy(() -> JoinWindows.ofTimeDifferenceAndGrace(size, negative));
        assertThatIllegalArgumentException().isThrownBy(() -> SessionWindows.ofInactivityGapAndGrace(size, negative));
        assertThatIllegalArgumentException().isThrownBy(() -> SlidingWindows.ofTimeDifferenceAndGrace(size, negative));
    }

    @Test
    void aJoinWindowReachesAsFarAsItsBounds() {
        JoinWindows windows =
                JoinWindows.ofTimeDifferenceAndGrace(ofMillis(10), ofMillis(3)).after(ofMillis(-4));
        assertThat(windows.beforeMs).isEqualTo(10);
        assertThat(windows.afterMs).isEqualTo(-4);
        assertThat(windows.size()).isEqualTo(6);
        assertThat(windows.gracePeriodMs()).isEqualTo(3);
        assertThatIllegalArgumentException().isThrownBy(() -> windows.before(ofMillis(3)));
        assertThatThrownBy(() -> windows.windowsFor(1)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    @SuppressWarnings("deprecation")
    void anOldJoinWindowHasTheRestOfTheDayAsGrace() {
        assertThat(JoinWindows.of(Duration.ofSeconds(1)).gracePeriodMs()).isEqualTo(86_398_000);
        assertThat(JoinWindows.of(Duration.ofDays(2)).gracePeriodMs()).isZero();
        assertThat(JoinWindows.of(ofMillis(1)).grace(ofMillis(2)).gracePeriodMs())
                .isEqualTo(2);
        assertThat(JoinWindows.of(ofMillis(1)).enableSpuriousResultFix).isFalse();
    }

    @Test
    @SuppressWarnings("deprecation")
    void aGracePeriodIsSetOnce() {
        JoinWindows windows = JoinWindows.ofTimeDifferenceWithNoGrace(ofMillis(1));
        assertThat(windows.enableSpuriousResultFix).isTrue();
        assertThatThrownBy(() -> windows.grace(ofMillis(1))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anUnlimitedWindowTakesEverythingFromItsStart() {
        UnlimitedWindows windows = UnlimitedWindows.of().startOn(Instant.ofEpochMilli(10));
        assertThat(windows.windowsFor(9)).isEmpty();
        assertThat(windows.windowsFor(10)).containsExactly(Map.entry(10L, new UnlimitedWindow(10)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnlimitedWindows.of().startOn(Instant.ofEpochMilli(-1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnlimitedWindows.of().startOn(Instant.MAX));
    }

    @Test
    void windowsOfDifferentKindsAreNeverEqual() {
        assertThat(new TimeWindow(1, 2)).isEqualTo(new TimeWindow(1, 2)).isNotEqualTo(new SessionWindow(1, 2));
    }

    @Test
    void theEndBelongsToASessionButNotToATimeWindow() {
        assertThat(new TimeWindow(0, 5).overlap(new TimeWindow(5, 9))).isFalse();
        assertThat(new TimeWindow(0, 6).overlap(new TimeWindow(5, 9))).isTrue();
        assertThat(new SessionWindow(0, 5).overlap(new SessionWindow(5, 9))).isTrue();
        assertThat(new SessionWindow(0, 4).overlap(new SessionWindow(5, 9))).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new TimeWindow(0, 5).overlap(new SessionWindow(0, 5)));
    }

    @Test
    void aWindowDoesNotStartBeforeTheEpochOrEndBeforeItStarts() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SessionWindow(-1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new SessionWindow(2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new TimeWindow(2, 2));
        assertThat(new SessionWindow(2, 2).endTime()).isEqualTo(Instant.ofEpochMilli(2));
    }

    @Test
    void aWindowedKeyShowsKeyAndBounds() {
        assertThat(new Windowed<>("k", new TimeWindow(1, 2)))
                .hasToString("[k@1/2]")
                .isEqualTo(new Windowed<>("k", new TimeWindow(1, 2)))
                .isNotEqualTo(new Windowed<>("k", new SessionWindow(1, 2)));
    }
}
