export interface RingSize<T> {
  /** How many it holds; 0: nothing. */
  readonly most: number
  /** What all it holds may weigh together, where `weigh` tells. */
  readonly mostBytes?: number
  readonly weigh?: (one: T) => number
}

export interface Ring<T> {
  push(one: T): void
  /** From the oldest to the newest. */
  all(): T[]
}

/** Holds the newest of what it is given; the oldest makes room. It takes memory as it fills. */
export function ring<T>({
  most,
  mostBytes = Number.POSITIVE_INFINITY,
  weigh = () => 0,
}: RingSize<T>): Ring<T> {
  const places: (T | undefined)[] = []
  let [oldest, count, bytes] = [0, 0, 0]
  const drop = () => {
    bytes -= weigh(places[oldest] as T)
    places[oldest] = undefined
    oldest = (oldest + 1) % most
    count--
  }
  return {
    push(one) {
      const weight = weigh(one)
      if (most === 0 || weight > mostBytes) return
      while (count === most || bytes + weight > mostBytes) drop()
      places[(oldest + count) % most] = one
      count++
      bytes += weight
    },
    all: () => Array.from({ length: count }, (_, index) => places[(oldest + index) % most] as T),
  }
}
