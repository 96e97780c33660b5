/**
 * Runs the same programs on Millrace and on the reference, and compares everything that comes out.
 *
 * <p>A program is written once, against Millrace's API, in package {@code program}. For the reference its compiled classes are
 * loaded with the API's package renamed ({@link dev.millrace.conformance.Engine}). Both get the same scripted input through
 * their own {@code TopologyTestDriver}; what comes out is written down in plain data and compared. A difference is a bug of
 * Millrace until the documentation says otherwise.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.conformance;
