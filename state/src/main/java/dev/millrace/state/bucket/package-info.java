/**
 * What stores have in common of which the oldest part expires: their databases are laid out by buckets of time.
 *
 * <p>{@link dev.millrace.state.bucket.BucketLayout} draws that; read it first. {@link dev.millrace.state.bucket.Buckets} are those
 * in use, {@link dev.millrace.state.bucket.BucketWalk} goes through them. Which time of an entry counts, and when it has expired,
 * is the business of packages {@code window} and {@code session}. Everything here belongs to the thread that owns the task, or
 * to who holds its lock.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.state.bucket;
