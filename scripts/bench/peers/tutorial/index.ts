import { Module } from "@medusajs/framework/utils"
import { TutorialService } from "./service"

export default Module("tutorial", { service: TutorialService })
