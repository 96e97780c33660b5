/** Tests of formats, against bytes that the reference wrote. */
package dev.millrace.state.changelog;
