package dev.millrace.state.overlay;

/**
 * What the overlays of one task hold, counted in plain fields.
 *
 * <p>Counts are reported to the {@link MemoryBudget} when they have moved by {@link #STEP_BYTES}, and the task's allowance is
 * then worked out anew: what the others leave, but at least an equal share, so that a busy task may use what idle ones do
 * not need.
 */
public final class MemoryAccount implements AutoCloseable {
    private static final long STEP_BYTES = 64 * 1024;

    private final MemoryBudget budget;
    private long dirtyBytes;
    private long cleanBytes;
    private long cachedBytes;
    private long reportedBytes;
    private long reportedCachedBytes;
    private long overlayAllowanceBytes;
    private long cacheAllowanceBytes;

    MemoryAccount(MemoryBudget budget) {
        this.budget = budget;
        budget.accounts.incrementAndGet();
        report();
    }

    /** What the database does not have yet came, went or changed its size. */
    public void dirty(long deltaBytes) {
        dirtyBytes += deltaBytes;
        reportIfMoved();
    }

    /** A clean entry, or what else can be made anew, came or went. */
    public void clean(long deltaBytes) {
        cleanBytes += deltaBytes;
        reportIfMoved();
    }

    /** Updates began or ceased to wait for emission. */
    public void cached(long deltaBytes) {
        cachedBytes += deltaBytes;
        if (Math.abs(cachedBytes - reportedCachedBytes) >= STEP_BYTES) {
            report();
        }
    }

    /** Bytes held by the task's overlays. */
    public long bytes() {
        return dirtyBytes + cleanBytes;
    }

    /** Whether unwritten changes have outgrown what this task may hold. */
    public boolean commitWanted() {
        return dirtyBytes > overlayAllowanceBytes;
    }

    /** Whether what a commit leaves unwritten would soon make {@link #commitWanted} ask for commits. */
    public boolean writeWanted() {
        return dirtyBytes > overlayAllowanceBytes / 2;
    }

    /** Whether clean entries are to be forgotten. */
    public boolean full() {
        return bytes() > overlayAllowanceBytes;
    }

    /** Whether waiting updates are to be emitted now. */
    public boolean cacheFull() {
        return cachedBytes > cacheAllowanceBytes;
    }

    /** Whether updates may wait at all. */
    public boolean caches() {
        return budget.cacheLimitBytes > 0;
    }

    /** How many bytes of updates may wait in the whole process. */
    public long cacheLimitBytes() {
        return budget.cacheLimitBytes;
    }

    private void reportIfMoved() {
        if (Math.abs(bytes() - reportedBytes) >= STEP_BYTES) {
            report();
        }
    }

    private void report() {
        int accounts = Math.max(1, budget.accounts.get());
        long used = budget.overlayBytes.addAndGet(bytes() - reportedBytes);
        reportedBytes = bytes();
        overlayAllowanceBytes = allowance(budget.overlayLimitBytes, used - reportedBytes, accounts);
        long cached = budget.cacheBytes.addAndGet(cachedBytes - reportedCachedBytes);
        reportedCachedBytes = cachedBytes;
        cacheAllowanceBytes = allowance(budget.cacheLimitBytes, cached - reportedCachedBytes, accounts);
    }

    private static long allowance(long limitBytes, long usedByOthersBytes, int accounts) {
        return Math.max(limitBytes / accounts, limitBytes - usedByOthersBytes);
    }

    @Override
    public void close() {
        dirtyBytes = 0;
        cleanBytes = 0;
        cachedBytes = 0;
        report();
        budget.accounts.decrementAndGet();
    }
}
