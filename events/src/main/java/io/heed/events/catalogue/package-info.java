/** What a workspace declares about its events: types, contacts, and where its files lie. */
@NullMarked
package io.heed.events.catalogue;

import org.jspecify.annotations.NullMarked;
