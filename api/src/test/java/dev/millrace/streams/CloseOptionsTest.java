package dev.millrace.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.streams.CloseOptions.GroupMembershipOperation;
import dev.millrace.streams.state.HostInfo;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

/** The small value types of the root package. */
class CloseOptionsTest {

    @Test
    void anInstanceStaysInTheGroupUnlessToldToLeave() {
        assertThat(CloseOptions.timeout(Duration.ofSeconds(1)).operation)
                .isEqualTo(GroupMembershipOperation.REMAIN_IN_GROUP);
        assertThat(CloseOptions.groupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP).operation)
                .isEqualTo(GroupMembershipOperation.LEAVE_GROUP);
    }

    @Test
    void closingTakesAsLongAsItTakesUnlessLimited() {
        assertThat(CloseOptions.groupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP).timeout)
                .contains(Duration.ofMillis(Long.MAX_VALUE));
        assertThat(CloseOptions.timeout(null).timeout).isEqualTo(Optional.empty());
        CloseOptions options = CloseOptions.timeout(Duration.ofSeconds(1));
        assertThat(options.withTimeout(Duration.ofSeconds(2))).isSameAs(options);
        assertThat(options.timeout).contains(Duration.ofSeconds(2));
    }

    @Test
    void somethingIsDoneWithTheMembership() {
        assertThatThrownBy(() -> CloseOptions.groupMembershipOperation(null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void anOffsetResetByDurationDoesNotLookIntoTheFuture() {
        assertThat(AutoOffsetReset.byDuration(Duration.ZERO))
                .isEqualTo(AutoOffsetReset.byDuration(Duration.ZERO))
                .isNotEqualTo(AutoOffsetReset.latest());
        assertThatIllegalArgumentException().isThrownBy(() -> AutoOffsetReset.byDuration(Duration.ofMillis(-1)));
    }

    @Test
    void anAddressIsAHostAndAPort() {
        assertThat(HostInfo.buildFromEndpoint("http://[::1]:90")).isEqualTo(new HostInfo("::1", 90));
        assertThat(HostInfo.buildFromEndpoint(" ")).isNull();
        assertThatThrownBy(() -> HostInfo.buildFromEndpoint("host")).isInstanceOf(ConfigException.class);
        assertThatThrownBy(() -> HostInfo.buildFromEndpoint("host:port")).isInstanceOf(ConfigException.class);
    }

    @Test
    void aLagIsNotNegative() {
        assertThat(new LagInfo(3, 10).offsetLag()).isEqualTo(7);
        assertThat(new LagInfo(10, 3).offsetLag()).isZero();
    }

    @Test
    void namesOfFormatsAndProtocolsComeInAnyCase() {
        assertThat(DslStoreFormat.of("headers")).isEqualTo(DslStoreFormat.HEADERS);
        assertThat(GroupProtocol.of("Classic")).isEqualTo(GroupProtocol.CLASSIC);
        assertThatIllegalArgumentException().isThrownBy(() -> GroupProtocol.of("other"));
    }
}
