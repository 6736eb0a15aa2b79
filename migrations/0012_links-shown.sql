ALTER TABLE `contact_households` ADD `shown` text;--> statement-breakpoint
CREATE TRIGGER `links_outlived` AFTER UPDATE OF `state` ON `imports`
WHEN new.`state` <> 'running'
BEGIN
	DELETE FROM `contact_households` WHERE `shown` IS NOT NULL
		AND NOT EXISTS (SELECT 1 FROM `persons` p WHERE p.`id` = `shown` AND p.`household_id` = `contact_households`.`household_id` AND p.`missing_since` IS NULL)
		AND NOT EXISTS (SELECT 1 FROM `household_telephones` t WHERE t.`household_id` = `contact_households`.`household_id` AND t.`address_index` = `shown`);
END;
