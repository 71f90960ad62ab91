import { Button, Drawer } from "@medusajs/ui"
import { useState } from "react"
import type { HttpLoyaltyAccountWithCustomer } from "../../../src/types/http"
import { DrawerHeader } from "../../shared/dialog-header"
import { useText } from "../../shared/locale"
import { MergeForm } from "./merge-form"

/** A button that opens the form which merges an account into another one. */
export function MergeAccount({ account }: { account: HttpLoyaltyAccountWithCustomer }) {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  return (
    <Drawer open={isOpen} onOpenChange={setOpen}>
      <Drawer.Trigger asChild>
        <Button size="small" variant="secondary">
          {t("account.merge.open")}
        </Button>
      </Drawer.Trigger>
      <Drawer.Content>
        <DrawerHeader>
          <Drawer.Title>{t("account.merge.title")}</Drawer.Title>
          <Drawer.Description className="sr-only">
            {t("account.merge.description")}
          </Drawer.Description>
        </DrawerHeader>
        <MergeForm account={account} />
      </Drawer.Content>
    </Drawer>
  )
}
