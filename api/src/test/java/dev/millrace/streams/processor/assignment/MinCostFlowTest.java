package dev.millrace.streams.processor.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MinCostFlowTest {

    @Test
    void anEarlierChoiceIsRevised() {
        // Whoever comes first takes the cheap place, which only the other one can afford to take.
        long[][] prices = {{1, 2}, {1, 100}};
        assertThat(cost(prices, new int[] {1, 1})).isEqualTo(3);
    }

    @Test
    void nothingIsSentWithoutAWay() {
        MinCostFlow network = new MinCostFlow();
        int source = network.node();
        int sink = network.node();
        assertThat(network.send(source, sink)).isZero();
    }

    @Test
    void itIsAsCheapAsTheBestOfAllPossibilities() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            int places = 1 + random.nextInt(4);
            int[] room = new int[places];
            int things = 1 + random.nextInt(6);
            for (int n = 0; n < things; n++) {
                room[random.nextInt(places)]++;
            }
            long[][] prices = new long[things][places];
            for (long[] row : prices) {
                for (int place = 0; place < places; place++) {
                    row[place] = random.nextInt(20);
                }
            }
            assertThat(cost(prices, room)).as("seed " + seed).isEqualTo(cheapest(prices, room, 0));
        }
    }

    /** Every thing goes to one of the places, of which each has room for so many. */
    private static long cost(long[][] prices, int[] room) {
        MinCostFlow network = new MinCostFlow();
        int source = network.node();
        int sink = network.node();
        int[] places = new int[room.length];
        for (int place = 0; place < room.length; place++) {
            places[place] = network.node();
            network.edge(places[place], sink, room[place], 0);
        }
        int[][] edges = new int[prices.length][room.length];
        for (int thing = 0; thing < prices.length; thing++) {
            int node = network.node();
            network.edge(source, node, 1, 0);
            for (int place = 0; place < room.length; place++) {
                edges[thing][place] = network.edge(node, places[place], 1, prices[thing][place]);
            }
        }
        assertThat(network.send(source, sink)).isEqualTo(prices.length);
        long cost = 0;
        for (int thing = 0; thing < prices.length; thing++) {
            for (int place = 0; place < room.length; place++) {
                cost += network.sent(edges[thing][place]) * prices[thing][place];
            }
        }
        return cost;
    }

    private static long cheapest(long[][] prices, int[] room, int thing) {
        if (thing == prices.length) {
            return 0;
        }
        long best = Long.MAX_VALUE;
        for (int place = 0; place < room.length; place++) {
            if (room[place] > 0) {
                room[place]--;
                best = Math.min(best, prices[thing][place] + cheapest(prices, room, thing + 1));
                room[place]++;
            }
        }
        return best;
    }
}
