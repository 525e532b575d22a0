/** Taking calls and chats that come as one text apart into the turns of their speakers. */
@NullMarked
package io.heed.language.transcript;

import org.jspecify.annotations.NullMarked;
