/** Records as tests write and read them: see {@link dev.millrace.streams.TopologyTestDriver}. */
@org.jspecify.annotations.NullUnmarked
package dev.millrace.streams.test;
