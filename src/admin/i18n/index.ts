import en from "../../../admin/i18n/en"
import pl from "../../../admin/i18n/pl"

export default { en: { loyaltyPoints: en }, pl: { loyaltyPoints: pl } }
