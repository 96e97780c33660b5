/**
 * What {@code Stores} makes: suppliers, which say what kind of store is wanted, and builders, which say the rest.
 *
 * <p>Reached through {@link dev.millrace.state.builder.BuiltInStores}, which the API finds with ServiceLoader. Builders make
 * facades that are not open yet; nothing here touches a database. Used by the thread that describes a topology, and then,
 * unchanged, by those that open tasks.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.state.builder;
