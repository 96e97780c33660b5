package dev.millrace.engine.commit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.port.CommitPoint;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The note as the reference wrote it. */
class CommitNoteTest {
    private static final CommitNote WITH_MARK =
            new CommitNote(1_700_000_000_000L, Map.of("sl-store", 1_699_999_999_993L));
    private static final String WITH_MARK_HEX =
            "02" + "0000018bcfe56800" + "00000001" + "00000008" + "736c2d73746f7265" + "0000018bcfe567f9";

    private static CommitPoint point(String hex) {
        byte[] note = HexFormat.of().parseHex(hex);
        return new CommitPoint(7, Base64.getEncoder().encodeToString(note));
    }

    @Test
    void marksAreWrittenAsTheReferenceWritesThem() {
        byte[] written = Base64.getDecoder().decode(WITH_MARK.text());

        assertThat(HexFormat.of().formatHex(written)).isEqualTo(WITH_MARK_HEX);
    }

    @Test
    void whatTheReferenceWroteIsRead() {
        assertThat(CommitNote.of(point(WITH_MARK_HEX))).isEqualTo(WITH_MARK);
    }

    @Test
    void aNoteWithoutMarksIsRead() {
        assertThat(CommitNote.of(point("02" + "0000018bcfe56800")))
                .isEqualTo(new CommitNote(1_700_000_000_000L, Map.of()));
    }

    @Test
    void aNoteThatBreaksOffOrIsOfAnotherVersionSaysNothing() {
        CommitNote nothing = new CommitNote(-1, Map.of());

        assertThat(CommitNote.of(new CommitPoint(7))).isEqualTo(nothing);
        assertThat(CommitNote.of(new CommitPoint(7, "?!"))).isEqualTo(nothing);
        assertThat(CommitNote.of(point("01" + "0000018bcfe56800"))).isEqualTo(nothing);
        assertThat(CommitNote.of(point("02" + "0000018bcfe56800" + "00000001" + "000000ff" + "61")))
                .isEqualTo(nothing);
        assertThat(CommitNote.of(point("02" + "0000018bcfe56800" + "00000001" + "ffffffff")))
                .isEqualTo(nothing);
    }
}
