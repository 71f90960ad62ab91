import { Button, Drawer } from "@medusajs/ui"
import { useState } from "react"
import type { HttpLoyaltyAccount } from "../../../src/types/http"
import { useText } from "../../shared/locale"
import { DrawerHeader } from "../../shared/dialog-header"
import { AdjustForm } from "./adjust-form"

/** A button that opens the form which adds points to an account or takes them away. */
export function AdjustPoints({ account }: { account: HttpLoyaltyAccount }) {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  return (
    <Drawer open={isOpen} onOpenChange={setOpen}>
      <Drawer.Trigger asChild>
        <Button size="small" variant="secondary">
          {t("account.adjust.open")}
        </Button>
      </Drawer.Trigger>
      <Drawer.Content>
        <DrawerHeader>
          <Drawer.Title>{t("account.adjust.title")}</Drawer.Title>
          <Drawer.Description className="sr-only">
            {t("account.adjust.description")}
          </Drawer.Description>
        </DrawerHeader>
        <AdjustForm account={account} onDone={() => setOpen(false)} />
      </Drawer.Content>
    </Drawer>
  )
}
