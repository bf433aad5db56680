export interface Colour {
  readonly name: string
  /** Three letters, the colour's place in a SKU. */
  readonly code: string
  readonly hex: string
}

const table = `
ivory IVO #F1E8D8 | chalk CHK #F4F1E9 | natural NAT #E6DAC3 | oat OAT #D6C4A4 | sand SND #D8BE95
stone STN #B3AB9F | ash ASH #8F8E88 | slate SLT #66717C | graphite GRA #4A4C54 | black BLK #2E2C30
clay CLY #C77E5C | terracotta TER #B9603F | rust RST #A24A2C | brick BRK #94422F | coral COR #E08A70
blush BLS #E7C3B6 | rose ROS #D69C97 | mulberry MUL #833A55 | plum PLM #68405A | wine WIN #6F2B38
apricot APR #EAAE7C | saffron SAF #E0A236 | mustard MUS #C99A35 | honey HON #DA9C30 | amber AMB #C77A24
butter BUT #F0DB9C | lemon LEM #E9CE58 | olive OLV #7C7D46 | moss MOS #69763F | sage SAG #A4B28C
fern FRN #5E8256 | pine PIN #305746 | forest FOR #264A3D | mint MNT #B7D3BF | teal TEA #34787A
petrol PET #22505F | sky SKY #9DC0D4 | mist MST #C2D1D8 | denim DEN #4E6D8B | indigo IND #37436E
navy NVY #28344F | lavender LAV #A79AC2 | lilac LIL #C8BAD6 | walnut WAL #6E4C35 | oak OAK #C59C6D
beech BEE #DDBC90 | cherry CHE #9E5C3E | tan TAN #BA8653 | cognac COG #A46331 | chestnut CHS #70412C
cocoa COC #4C3025 | copper COP #C17D55 | brass BRS #C6A455 | steel STE #B0B6BA | glass GLS #CBDEDC
smoke SMO #8A9390`

/** Every colour the shop speaks of, by its lower-case name. */
export const colours: ReadonlyMap<string, Colour> = new Map(
  table
    .split(/[|\n]/)
    .map((cell) => cell.trim().split(' '))
    .filter((cell) => cell.length === 3)
    .map(([key = '', code = '', hex = '']) => [
      key,
      { name: key.charAt(0).toUpperCase() + key.slice(1), code, hex },
    ]),
)

/** The colour of that name; throws on a name the table does not know, which is a mistake in the vocabulary. */
export function colour(key: string): Colour {
  const found = colours.get(key)
  if (!found) throw new Error(`no colour named ${key}`)
  return found
}
