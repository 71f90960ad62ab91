import { Badge, Button, Text } from "@medusajs/ui"
import { useRef, useState } from "react"

import { useText } from "../shared/locale"
import { ProgramModal } from "./form/program-modal"

/** A store currency without a program. `free` are all such currencies, which the form offers. */
export function SetUpRow({ currencyCode, free }: { currencyCode: string; free: string[] }) {
  const t = useText()
  const [isOpen, setIsOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const currency = currencyCode.toUpperCase()
  return (
    <div className="flex items-center justify-between gap-x-4 px-6 py-4">
      <div className="flex items-center gap-x-3">
        <Badge size="2xsmall">{currency}</Badge>
        <Text size="small" className="text-ui-fg-subtle">
          {t("program.notSetUp", { currency })}
        </Text>
      </div>
      <Button
        ref={opener}
        size="small"
        variant="secondary"
        className="shrink-0"
        aria-label={t("program.setUpCurrency", { currency })}
        onClick={() => setIsOpen(true)}
      >
        {t("program.setUp")}
      </Button>
      <ProgramModal
        isOpen={isOpen}
        opener={opener}
        onClose={() => setIsOpen(false)}
        subject={{ program: null, currencyCode, free }}
      />
    </div>
  )
}
