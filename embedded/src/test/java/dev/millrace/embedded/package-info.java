/** Tests of the embedded broker, all of them with real ones. */
@NullMarked
package dev.millrace.embedded;

import org.jspecify.annotations.NullMarked;
