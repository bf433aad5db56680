import { CommandLine } from './command-line.tsx'
import { drills } from './commands.ts'
import { FlashSale } from './flash-sale-panel.tsx'
import type { useFlashSale } from './use-flash-sale.ts'

/** What tries the shop: a crowd from this browser, and the programs that do worse. */
export function DrillsPage({ flashSale }: { flashSale: ReturnType<typeof useFlashSale> }) {
  return (
    <>
      <FlashSale flashSale={flashSale} />
      <h2>Chaos</h2>
      <p>
        Nothing here is started from this page: processes are killed by programs on the shop’s own machine.
        These are their commands.
      </p>
      {drills.map(({ title, where, commands }) => (
        <section key={title}>
          <h3>{title}</h3>
          <p>{where}</p>
          <ul className="plain">
            {commands.map((command) => (
              <CommandLine key={command.line} command={command} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
