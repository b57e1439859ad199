package fi.hytekello.municipality;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a municipality decides for itself. A further setting is a component here, a column in
 * {@link MunicipalitySettings}, a field on the page and its texts.
 *
 * @param version how often they have been changed
 * @param impactCostLimit euro: a measure that costs this much in the budget year is assessed in full
 * @param officeCloses closing time of the registry, Europe/Helsinki: a deadline given as a date ends then
 * @param city whether it calls itself a city
 * @param quietJuly whether mails that are not urgent wait in July for August
 * @param sender who its mails come from
 */
public record Settings(
        int version,
        BigDecimal impactCostLimit,
        LocalTime officeCloses,
        boolean city,
        boolean quietJuly,
        MailSender sender) {

    /** The settings by name, as the audit trail keeps them: {@code 100000.00}, {@code 16:00}, {@code true}. */
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("impactCostLimit", impactCostLimit.setScale(2).toPlainString());
        values.put("officeCloses", officeCloses.toString());
        values.put("city", Boolean.toString(city));
        values.put("quietJuly", Boolean.toString(quietJuly));
        values.putAll(sender.values());
        return values;
    }
}
