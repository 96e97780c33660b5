package com.example.shop;

import java.io.PrintStream;

/** {@code driver DIR}, {@code links} or {@code broker SERVERS APPLICATION DIR ROUND}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
        PrintStream out = System.out;
        switch (args[0]) {
            case "driver" -> OrdersInDriver.run(args[1], out);
            case "links" -> LibraryLinks.run(out);
            default -> new WordsOnBroker(args[1], args[2], args[3]).run(Integer.parseInt(args[4]), out);
        }
    }
}
