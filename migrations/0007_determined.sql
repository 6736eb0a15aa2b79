CREATE TABLE `determined` (
	`household_id` text PRIMARY KEY NOT NULL,
	`stamp` text,
	`since_day` text NOT NULL,
	`until_day` text NOT NULL,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `job_progress` (
	`job` text PRIMARY KEY NOT NULL,
	`mark` text NOT NULL,
	`cursor` text
);
--> statement-breakpoint
ALTER TABLE `persons` ADD `eligible` integer;--> statement-breakpoint
ALTER TABLE `persons` ADD `unknown` integer;--> statement-breakpoint
CREATE INDEX `households_county` ON `households` (`county`,`id`);--> statement-breakpoint
CREATE INDEX `households_village` ON `households` (`village_key`);
--> statement-breakpoint
CREATE TRIGGER `determined_persons_added` AFTER INSERT ON `persons`
BEGIN
	UPDATE `determined` SET `stamp` = NULL WHERE `stamp` IS NOT NULL AND `household_id` = new.`household_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `determined_persons_changed` AFTER UPDATE OF `household_id`, `birth_date`, `stage`, `final_year`, `school_place`, `completed`, `occupation` ON `persons`
WHEN (old.`household_id`, old.`birth_date`, old.`stage`, old.`final_year`, old.`school_place`, old.`completed`, old.`occupation`) IS NOT (new.`household_id`, new.`birth_date`, new.`stage`, new.`final_year`, new.`school_place`, new.`completed`, new.`occupation`)
BEGIN
	UPDATE `determined` SET `stamp` = NULL WHERE `stamp` IS NOT NULL AND `household_id` IN (old.`household_id`, new.`household_id`);
END;
--> statement-breakpoint
CREATE TRIGGER `determined_households_changed` AFTER UPDATE OF `county`, `rural`, `village_key` ON `households`
WHEN (old.`county`, old.`rural`, old.`village_key`) IS NOT (new.`county`, new.`rural`, new.`village_key`)
BEGIN
	UPDATE `determined` SET `stamp` = NULL WHERE `stamp` IS NOT NULL AND `household_id` = new.`id`;
END;
--> statement-breakpoint
CREATE TRIGGER `determined_standings_added` AFTER INSERT ON `standings`
BEGIN
	UPDATE `determined` SET `stamp` = NULL WHERE `stamp` IS NOT NULL AND `household_id` = new.`household_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `determined_standings_changed` AFTER UPDATE ON `standings`
WHEN (old.`household_id`, old.`from_day`, old.`standing`) IS NOT (new.`household_id`, new.`from_day`, new.`standing`)
BEGIN
	UPDATE `determined` SET `stamp` = NULL WHERE `stamp` IS NOT NULL AND `household_id` IN (old.`household_id`, new.`household_id`);
END;
--> statement-breakpoint
CREATE TRIGGER `determined_standings_deleted` AFTER DELETE ON `standings`
BEGIN
	UPDATE `determined` SET `stamp` = NULL WHERE `stamp` IS NOT NULL AND `household_id` = old.`household_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `determined_villages_added` AFTER INSERT ON `villages`
BEGIN
	UPDATE `determined` SET `stamp` = NULL WHERE `stamp` IS NOT NULL AND `household_id` IN (SELECT `id` FROM `households` WHERE `village_key` = new.`key`);
END;
--> statement-breakpoint
CREATE TRIGGER `determined_villages_changed` AFTER UPDATE OF `key`, `poor`, `population` ON `villages`
WHEN (old.`key`, old.`poor`, old.`population`) IS NOT (new.`key`, new.`poor`, new.`population`)
BEGIN
	UPDATE `determined` SET `stamp` = NULL WHERE `stamp` IS NOT NULL AND `household_id` IN (SELECT `id` FROM `households` WHERE `village_key` IN (old.`key`, new.`key`));
END;
--> statement-breakpoint
CREATE TRIGGER `determined_villages_deleted` AFTER DELETE ON `villages`
BEGIN
	UPDATE `determined` SET `stamp` = NULL WHERE `stamp` IS NOT NULL AND `household_id` IN (SELECT `id` FROM `households` WHERE `village_key` = old.`key`);
END;
