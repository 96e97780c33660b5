/** The overlay by itself: bytes, entries, memory. */
@org.jspecify.annotations.NullUnmarked
package dev.millrace.state.overlay;
