package dev.millrace.streams.processor.assignment;

import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * A network of nodes and edges with capacities and prices, through which as much as possible is sent as cheaply as possible.
 *
 * <p>Sends along the cheapest ways that are left until there are none (successive shortest paths). Every edge has a twin in the other
 * direction, with the opposite price, whose capacity is what was sent: sending along it takes something back. So an earlier choice is
 * revised where that is cheaper, and the result is a cheapest one.
 *
 * <p>An edge is known by an even number; its twin has the next one.
 */
final class MinCostFlow {
    private static final int NONE = -1;
    private static final long UNREACHED = Long.MAX_VALUE;

    private int nodes;
    private int edges;
    private int[] firstEdges = new int[64];
    private int[] nextEdges = new int[256];
    private int[] targets = new int[256];
    private int[] capacities = new int[256];
    private long[] prices = new long[256];

    /** Adds a node and gives its number. */
    int node() {
        if (nodes == firstEdges.length) {
            firstEdges = Arrays.copyOf(firstEdges, 2 * nodes);
        }
        firstEdges[nodes] = NONE;
        return nodes++;
    }

    /** Adds an edge and gives its number. */
    int edge(int from, int to, int capacity, long price) {
        half(from, to, capacity, price);
        half(to, from, 0, -price);
        return edges - 2;
    }

    private void half(int from, int to, int capacity, long price) {
        if (edges == targets.length) {
            nextEdges = Arrays.copyOf(nextEdges, 2 * edges);
            targets = Arrays.copyOf(targets, 2 * edges);
            capacities = Arrays.copyOf(capacities, 2 * edges);
            prices = Arrays.copyOf(prices, 2 * edges);
        }
        nextEdges[edges] = firstEdges[from];
        firstEdges[from] = edges;
        targets[edges] = to;
        capacities[edges] = capacity;
        prices[edges] = price;
        edges++;
    }

    /** How much was sent along this edge. */
    int sent(int edge) {
        return capacities[edge + 1];
    }

    /** Sends from the source to the sink, and gives how much arrived. */
    int send(int source, int sink) {
        int arrived = 0;
        for (long[] costs = costs(source); costs[sink] < UNREACHED; costs = costs(source)) {
            int more;
            do {
                more = push(source, sink, Integer.MAX_VALUE, costs, new boolean[nodes]);
                arrived += more;
            } while (more > 0);
        }
        return arrived;
    }

    /**
     * For each node the price of the cheapest way to it. Prices of twins are negative, so a node may have to be looked at again
     * (Bellman and Ford, with a queue).
     */
    private long[] costs(int source) {
        long[] costs = new long[nodes];
        Arrays.fill(costs, UNREACHED);
        costs[source] = 0;
        boolean[] waiting = new boolean[nodes];
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        queue.add(source);
        while (!queue.isEmpty()) {
            int node = queue.remove();
            waiting[node] = false;
            for (int edge = firstEdges[node]; edge != NONE; edge = nextEdges[edge]) {
                int target = targets[edge];
                if (capacities[edge] > 0 && costs[node] + prices[edge] < costs[target]) {
                    costs[target] = costs[node] + prices[edge];
                    if (!waiting[target]) {
                        waiting[target] = true;
                        queue.add(target);
                    }
                }
            }
        }
        return costs;
    }

    /** Sends up to so much from this node on, along cheapest ways and through each node once, and gives how much arrived. */
    private int push(int node, int sink, int most, long[] costs, boolean[] seen) {
        if (node == sink) {
            return most;
        }
        seen[node] = true;
        int left = most;
        for (int edge = firstEdges[node]; edge != NONE && left > 0; edge = nextEdges[edge]) {
            int target = targets[edge];
            if (capacities[edge] > 0 && !seen[target] && costs[node] + prices[edge] == costs[target]) {
                int arrived = push(target, sink, Math.min(left, capacities[edge]), costs, seen);
                capacities[edge] -= arrived;
                capacities[edge ^ 1] += arrived;
                left -= arrived;
            }
        }
        return most - left;
    }
}
