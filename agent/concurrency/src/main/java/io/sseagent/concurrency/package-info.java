/**
 * What two threads may see of the model, one question per class, for jcstress: it runs each of them billions of times in every
 * mode of the compilers and accepts the outcomes listed, no others. Two actors each, because build machines have two processors.
 */
package io.sseagent.concurrency;
