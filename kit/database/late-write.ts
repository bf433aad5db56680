/**
 * Whether a fault is the driver's late write to a connection that was cut (porsager/postgres#1133): thrown from a timer,
 * where nobody can catch it. The pool of that connection has been given up by then, so nothing else is amiss.
 */
export const isLateWrite = (fault: unknown): boolean =>
  fault instanceof TypeError && /nextWrite .*\bpostgres\b/.test(fault.stack ?? '')
