/**
 * Finding a better plan while a large file is being copied: {@code copy --adapt}.
 *
 * <p>The file is copied slice by slice, each exactly once. {@link dev.cleave.tuner.adapt.Climb}
 * walks from the plan that the copy began with to better ones: it lets a neighbour, one knob turned
 * by one step, and the plan of so far copy slices in turn, ABBA, and compares the pairs' log ratios
 * as a tune does. What is proven better is kept, and its neighbours are next; the rest of the file
 * goes by the last plan, in one slice.
 *
 * <p><b>Which clock.</b> A slice is timed from its first read until its last write has returned:
 * the command clock. Its durable clock would need a sync, which a copy doesn't make, and which
 * would take away what every copy lives of, reading while the kernel writes. So a slice's time is
 * the page cache's as long as the kernel takes all that is written, and the device's once dirty
 * pages have reached the limit and writers wait: then each waits for about as many bytes as it
 * writes. Three things follow. (1) When the pace of the plan of so far changes by half or to its
 * double, everything measured before belongs to another regime: it is forgotten, and the climb
 * begins anew from where it stands. (2) Plans that go past the page cache pay at once what the
 * others pay later. Such a plan is tried from a buffered one, and is kept only if it is faster
 * nonetheless. The other way isn't tried: it would always look fast for as long as the cache takes
 * it. (3) Slices follow each other, so one pays a part of what the one before it left; in ABBA
 * order it does so for either plan as often, which makes differences smaller but invents none.
 *
 * <p>So what was learned holds for this copy. It is kept as a hint, where the next such copy begins
 * to look, and never as TUNED: that takes whole copies of fresh data, each with both clocks.
 */
@NullMarked
package dev.cleave.tuner.adapt;

import org.jspecify.annotations.NullMarked;
