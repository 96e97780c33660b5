package dev.millrace.streams.kstream;

/** Something that configures one step of a program and can give it a name. */
interface NamedOperation<T extends NamedOperation<T>> {

    /** Sets the name of the step. */
    T withName(String name);
}
