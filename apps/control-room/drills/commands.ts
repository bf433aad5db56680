export interface Command {
  readonly says: string
  readonly line: string
}

export interface Drill {
  readonly title: string
  readonly where: string
  readonly commands: readonly Command[]
}

/** The browser has no business killing processes: these are typed where the shop was cloned. */
export const drills: readonly Drill[] = [
  {
    title: 'On shops of their own',
    where:
      'Each opens a shop in a folder of its own, does its worst to it, audits it and removes it. This shop and this page do not notice.',
    commands: [
      { says: 'Ten thousand buyers of a hundred units', line: 'npm run bench:flash-sale' },
      {
        says: 'Load, random kills and a lying payment provider for five minutes',
        line: 'npm run chaos -- --minutes 5',
      },
      { says: 'The same to a fleet', line: 'npm run chaos -- --fleet --minutes 5' },
      { says: 'Killed at ten of its named crash points', line: 'npm run chaos:crash-points -- --sample 10' },
      { says: 'Everything killed at one moment, ten times', line: 'npm run chaos:kill-everything' },
      { says: 'Buyers, carts and payments race each other', line: 'npm run races -- --rounds 10' },
    ],
  },
  {
    title: 'On this shop',
    where: 'What happens shows on the map and in the traces. Only for a shop that sells nothing real.',
    commands: [
      {
        says: 'Start it with events that come twice, late, out of order or not at all',
        line: "SOUK_TEST_TRANSPORT_FAULTS='seed=7,duplicate=0.2,reorder=100,delayMs=500,lose=0.1,loseAck=0.1' npm start",
      },
      {
        says: 'The key of the sandbox provider, for the two below',
        line: 'KEY=$(node -p \'JSON.parse(fs.readFileSync(".souk/secrets.json")).sandboxKey\')',
      },
      {
        says: 'Let a tenth of payments be charged and never answered',
        line: `curl -X PUT ${'$SHOP'}/sandbox/faults -H "authorization: Bearer $KEY" -H 'content-type: application/json' -d '{"seed": 42, "rates": {"timeout_after_effect": 0.1}}'`,
      },
      {
        says: 'Let the provider behave again',
        line: `curl -X DELETE ${'$SHOP'}/sandbox/faults -H "authorization: Bearer $KEY"`,
      },
      { says: 'Audit it from the outside, open or closed', line: 'npm run audit' },
    ],
  },
]
