/**
 * Whether the drop-in jars can take the place of the published ones: the same members, the same names for libraries that link to
 * more than is public, and the same behaviour of an application that was compiled against the published jars.
 *
 * <p>Nothing here links to either: {@link dev.millrace.dropin.Jars} are files, compared as data or run in a process of their own.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.dropin;
