package dev.millrace.state.overlay;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The entries of an overlay in key order, as far as scans have asked for it.
 *
 * <p>Most stores are never scanned. So an order is made for the first scan and kept up from then on: one of the resident entries,
 * which lasts, and one of the unwritten entries outside of the resident part, which is of use until they are written.
 */
final class ScanOrder {
    private @Nullable SortedIndex resident;
    private @Nullable SortedIndex unwritten;

    SortedIndex resident(KeyTable<Entry> table) {
        SortedIndex known = resident;
        if (known == null) {
            List<Entry> wanted = new ArrayList<>();
            table.forEach(entry -> {
                if (entry.resident && (entry.unwritten || entry.hasValue())) {
                    entry.indexed = true;
                    wanted.add(entry);
                }
            });
            known = SortedIndex.of(wanted);
            resident = known;
        }
        return known;
    }

    SortedIndex unwritten(EntryList entries) {
        SortedIndex known = unwritten;
        if (known == null) {
            List<Entry> wanted = new ArrayList<>();
            for (int number = 0; number < entries.size(); number++) {
                if (!entries.at(number).resident) {
                    wanted.add(entries.at(number));
                }
            }
            known = SortedIndex.of(wanted);
            unwritten = known;
        }
        return known;
    }

    /** An entry became unwritten. */
    void add(Entry entry) {
        if (!entry.resident && unwritten != null) {
            unwritten.add(entry);
        } else if (entry.resident && resident != null && !entry.indexed) {
            resident.add(entry);
            entry.indexed = true;
        }
    }

    /** An unwritten entry, or a resident one, is one no more. */
    void remove(Entry entry) {
        if (!entry.resident && unwritten != null) {
            unwritten.remove(entry);
        } else if (entry.indexed && resident != null) {
            resident.remove(entry);
        }
        entry.indexed = false;
    }

    /** No entry is unwritten any more. */
    void written() {
        unwritten = null;
    }

    /** The resident entries before a key are not resident any more. */
    void residentFrom(byte[] key) {
        if (resident != null) {
            resident.removeBefore(key);
        }
    }

    /** Other entries are resident from now on. */
    void clear() {
        resident = null;
        unwritten = null;
    }
}
