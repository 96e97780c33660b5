package dev.millrace.streams.kstream;

public class Named implements NamedOperation<Named> {
    protected String name;

    protected Named(String message) {
        throw new UnsupportedOperationException("Named");
    }

    protected Named(Named named) {
        throw new UnsupportedOperationException("Named");
    }

    public static Named as(String name) {
        throw new UnsupportedOperationException("Named.as");
    }

    @Override
    public Named withName(String name) {
        throw new UnsupportedOperationException("Named.withName");
    }

    protected static void validate(String name) {
        throw new UnsupportedOperationException("Named.validate");
    }
}
