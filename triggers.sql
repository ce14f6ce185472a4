-- ════════════════════════════════ Part 3: writes of other programs ════════════════════════════════

-- Made from Sources/YiceStore/History/ChangeTriggers.swift, the same for each table of the catalog: do not edit by hand;
-- to make it anew: make schema. It follows schema.sql in every file.
--
-- For every exchanged table: a view of its rows as the history keeps them, and triggers that keep the rows that a
-- statement is about to change or to run over (OR REPLACE), report what it did, and stamp the row as it is after.
-- The stamp changes rev, so it does not call them again.

CREATE VIEW org_image AS SELECT *, json_array(org_code) AS row_key,
  json_object('org_code', org_code, 'name', name, 'short_name', short_name, 'kind', kind, 'county_code', county_code, 'town', town, 'address', address, 'credit_code', credit_code, 'counted_school', counted_school, 'attached_classes', attached_classes, 'urban_rural', urban_rural, 'run_by', run_by, 'boarding', boarding, 'built_year', built_year, 'parent_code', parent_code, 'inclusion', inclusion, 'inclusion_target', inclusion_target, 'inclusion_reason', inclusion_reason, 'built_by_2010', built_by_2010, 'built_by_2016', built_by_2016, 'dense_centre', dense_centre, 'rural_small', rural_small, 'rural_small_classes', rural_small_classes, 'principal', principal, 'contact', contact, 'phone', phone, 'note', note) AS image FROM org;
CREATE TRIGGER org_insert BEFORE INSERT ON org BEGIN
  INSERT INTO external_write SELECT 'org', row_key, org_code, 'keep', NULL, rev, image FROM org_image
    WHERE org_code = NEW.org_code;
END;
CREATE TRIGGER org_inserted AFTER INSERT ON org BEGIN
  INSERT INTO external_write VALUES ('org', json_array(NEW.org_code), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE org SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER org_update BEFORE UPDATE ON org WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'org', row_key, org_code, 'keep', NULL, rev, image FROM org_image
    WHERE org_code = OLD.org_code OR org_code = NEW.org_code;
END;
CREATE TRIGGER org_updated AFTER UPDATE ON org WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'org', json_array(OLD.org_code), OLD.org_code, 'delete', 'register', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code);
  INSERT INTO external_write VALUES ('org', json_array(NEW.org_code), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE org SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER org_delete BEFORE DELETE ON org BEGIN
  INSERT INTO external_write SELECT 'org', row_key, org_code, 'keep', NULL, rev, image FROM org_image
    WHERE org_code = OLD.org_code;
END;
CREATE TRIGGER org_deleted AFTER DELETE ON org BEGIN
  INSERT INTO external_write VALUES ('org', json_array(OLD.org_code), OLD.org_code, 'delete', 'register', NULL, NULL);
END;

CREATE VIEW campus_image AS SELECT *, json_array(org_code, campus) AS row_key,
  json_object('org_code', org_code, 'campus', campus, 'address', address, 'note', note) AS image FROM campus;
CREATE TRIGGER campus_insert BEFORE INSERT ON campus BEGIN
  INSERT INTO external_write SELECT 'campus', row_key, org_code, 'keep', NULL, rev, image FROM campus_image
    WHERE org_code = NEW.org_code AND campus = NEW.campus;
END;
CREATE TRIGGER campus_inserted AFTER INSERT ON campus BEGIN
  INSERT INTO external_write VALUES ('campus', json_array(NEW.org_code, NEW.campus), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE campus SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND campus = NEW.campus AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER campus_update BEFORE UPDATE ON campus WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'campus', row_key, org_code, 'keep', NULL, rev, image FROM campus_image
    WHERE org_code = OLD.org_code AND campus = OLD.campus OR org_code = NEW.org_code AND campus = NEW.campus;
END;
CREATE TRIGGER campus_updated AFTER UPDATE ON campus WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'campus', json_array(OLD.org_code, OLD.campus), OLD.org_code, 'delete', 'register', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.campus = NEW.campus);
  INSERT INTO external_write VALUES ('campus', json_array(NEW.org_code, NEW.campus), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE campus SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND campus = NEW.campus AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER campus_delete BEFORE DELETE ON campus BEGIN
  INSERT INTO external_write SELECT 'campus', row_key, org_code, 'keep', NULL, rev, image FROM campus_image
    WHERE org_code = OLD.org_code AND campus = OLD.campus;
END;
CREATE TRIGGER campus_deleted AFTER DELETE ON campus BEGIN
  INSERT INTO external_write VALUES ('campus', json_array(OLD.org_code, OLD.campus), OLD.org_code, 'delete', 'register', NULL, NULL);
END;

CREATE VIEW town_image AS SELECT *, json_array(org_code, town, year) AS row_key,
  json_object('org_code', org_code, 'town', town, 'year', year, 'residents', residents, 'urban', urban, 'note', note) AS image FROM town;
CREATE TRIGGER town_insert BEFORE INSERT ON town BEGIN
  INSERT INTO external_write SELECT 'town', row_key, org_code, 'keep', NULL, rev, image FROM town_image
    WHERE org_code = NEW.org_code AND town = NEW.town AND year = NEW.year;
END;
CREATE TRIGGER town_inserted AFTER INSERT ON town BEGIN
  INSERT INTO external_write VALUES ('town', json_array(NEW.org_code, NEW.town, NEW.year), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE town SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND town = NEW.town AND year = NEW.year AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER town_update BEFORE UPDATE ON town WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'town', row_key, org_code, 'keep', NULL, rev, image FROM town_image
    WHERE org_code = OLD.org_code AND town = OLD.town AND year = OLD.year OR org_code = NEW.org_code AND town = NEW.town AND year = NEW.year;
END;
CREATE TRIGGER town_updated AFTER UPDATE ON town WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'town', json_array(OLD.org_code, OLD.town, OLD.year), OLD.org_code, 'delete', 'bureau', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.town = NEW.town AND OLD.year = NEW.year);
  INSERT INTO external_write VALUES ('town', json_array(NEW.org_code, NEW.town, NEW.year), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE town SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND town = NEW.town AND year = NEW.year AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER town_delete BEFORE DELETE ON town BEGIN
  INSERT INTO external_write SELECT 'town', row_key, org_code, 'keep', NULL, rev, image FROM town_image
    WHERE org_code = OLD.org_code AND town = OLD.town AND year = OLD.year;
END;
CREATE TRIGGER town_deleted AFTER DELETE ON town BEGIN
  INSERT INTO external_write VALUES ('town', json_array(OLD.org_code, OLD.town, OLD.year), OLD.org_code, 'delete', 'bureau', NULL, NULL);
END;

CREATE VIEW class_roll_image AS SELECT *, json_array(org_code, school_year, stage, entry_year, class_no) AS row_key,
  json_object('org_code', org_code, 'school_year', school_year, 'stage', stage, 'entry_year', entry_year, 'class_no', class_no, 'grade', grade, 'campus', campus, 'head_count', head_count, 'boarders', boarders, 'boys', boys, 'migrant_pupils', migrant_pupils, 'left_behind_pupils', left_behind_pupils, 'included_pupils', included_pupils, 'counted_on', counted_on, 'pending', pending, 'note', note) AS image FROM class_roll;
CREATE TRIGGER class_roll_insert BEFORE INSERT ON class_roll BEGIN
  INSERT INTO external_write SELECT 'class_roll', row_key, org_code, 'keep', NULL, rev, image FROM class_roll_image
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND stage = NEW.stage AND entry_year = NEW.entry_year AND class_no = NEW.class_no;
END;
CREATE TRIGGER class_roll_inserted AFTER INSERT ON class_roll BEGIN
  INSERT INTO external_write VALUES ('class_roll', json_array(NEW.org_code, NEW.school_year, NEW.stage, NEW.entry_year, NEW.class_no), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE class_roll SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND stage = NEW.stage AND entry_year = NEW.entry_year AND class_no = NEW.class_no AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER class_roll_update BEFORE UPDATE ON class_roll WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'class_roll', row_key, org_code, 'keep', NULL, rev, image FROM class_roll_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND stage = OLD.stage AND entry_year = OLD.entry_year AND class_no = OLD.class_no OR org_code = NEW.org_code AND school_year = NEW.school_year AND stage = NEW.stage AND entry_year = NEW.entry_year AND class_no = NEW.class_no;
END;
CREATE TRIGGER class_roll_updated AFTER UPDATE ON class_roll WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'class_roll', json_array(OLD.org_code, OLD.school_year, OLD.stage, OLD.entry_year, OLD.class_no), OLD.org_code, 'delete', 'register', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.school_year = NEW.school_year AND OLD.stage = NEW.stage AND OLD.entry_year = NEW.entry_year AND OLD.class_no = NEW.class_no);
  INSERT INTO external_write VALUES ('class_roll', json_array(NEW.org_code, NEW.school_year, NEW.stage, NEW.entry_year, NEW.class_no), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE class_roll SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND stage = NEW.stage AND entry_year = NEW.entry_year AND class_no = NEW.class_no AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER class_roll_delete BEFORE DELETE ON class_roll BEGIN
  INSERT INTO external_write SELECT 'class_roll', row_key, org_code, 'keep', NULL, rev, image FROM class_roll_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND stage = OLD.stage AND entry_year = OLD.entry_year AND class_no = OLD.class_no;
END;
CREATE TRIGGER class_roll_deleted AFTER DELETE ON class_roll BEGIN
  INSERT INTO external_write VALUES ('class_roll', json_array(OLD.org_code, OLD.school_year, OLD.stage, OLD.entry_year, OLD.class_no), OLD.org_code, 'delete', 'register', NULL, NULL);
END;

CREATE VIEW teacher_image AS SELECT *, json_array(org_code, school_year, teacher_no) AS row_key,
  json_object('org_code', org_code, 'school_year', school_year, 'teacher_no', teacher_no, 'name', name, 'stage', stage, 'subject', subject, 'full_time', full_time, 'education', education, 'title', title, 'backbone', backbone, 'backbone_document', backbone_document, 'backbone_on', backbone_on, 'certified', certified, 'post', post, 'rotation_due', rotation_due, 'rotated', rotated, 'training_hours', training_hours, 'campus', campus, 'pending', pending, 'note', note) AS image FROM teacher;
CREATE TRIGGER teacher_insert BEFORE INSERT ON teacher BEGIN
  INSERT INTO external_write SELECT 'teacher', row_key, org_code, 'keep', NULL, rev, image FROM teacher_image
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND teacher_no = NEW.teacher_no;
END;
CREATE TRIGGER teacher_inserted AFTER INSERT ON teacher BEGIN
  INSERT INTO external_write VALUES ('teacher', json_array(NEW.org_code, NEW.school_year, NEW.teacher_no), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE teacher SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND teacher_no = NEW.teacher_no AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER teacher_update BEFORE UPDATE ON teacher WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'teacher', row_key, org_code, 'keep', NULL, rev, image FROM teacher_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND teacher_no = OLD.teacher_no OR org_code = NEW.org_code AND school_year = NEW.school_year AND teacher_no = NEW.teacher_no;
END;
CREATE TRIGGER teacher_updated AFTER UPDATE ON teacher WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'teacher', json_array(OLD.org_code, OLD.school_year, OLD.teacher_no), OLD.org_code, 'delete', 'register', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.school_year = NEW.school_year AND OLD.teacher_no = NEW.teacher_no);
  INSERT INTO external_write VALUES ('teacher', json_array(NEW.org_code, NEW.school_year, NEW.teacher_no), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE teacher SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND teacher_no = NEW.teacher_no AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER teacher_delete BEFORE DELETE ON teacher BEGIN
  INSERT INTO external_write SELECT 'teacher', row_key, org_code, 'keep', NULL, rev, image FROM teacher_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND teacher_no = OLD.teacher_no;
END;
CREATE TRIGGER teacher_deleted AFTER DELETE ON teacher BEGIN
  INSERT INTO external_write VALUES ('teacher', json_array(OLD.org_code, OLD.school_year, OLD.teacher_no), OLD.org_code, 'delete', 'register', NULL, NULL);
END;

CREATE VIEW training_image AS SELECT *, json_array(org_code, year, teacher_no) AS row_key,
  json_object('org_code', org_code, 'year', year, 'teacher_no', teacher_no, 'name', name, 'hours', hours, 'note', note) AS image FROM training;
CREATE TRIGGER training_insert BEFORE INSERT ON training BEGIN
  INSERT INTO external_write SELECT 'training', row_key, org_code, 'keep', NULL, rev, image FROM training_image
    WHERE org_code = NEW.org_code AND year = NEW.year AND teacher_no = NEW.teacher_no;
END;
CREATE TRIGGER training_inserted AFTER INSERT ON training BEGIN
  INSERT INTO external_write VALUES ('training', json_array(NEW.org_code, NEW.year, NEW.teacher_no), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE training SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND year = NEW.year AND teacher_no = NEW.teacher_no AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER training_update BEFORE UPDATE ON training WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'training', row_key, org_code, 'keep', NULL, rev, image FROM training_image
    WHERE org_code = OLD.org_code AND year = OLD.year AND teacher_no = OLD.teacher_no OR org_code = NEW.org_code AND year = NEW.year AND teacher_no = NEW.teacher_no;
END;
CREATE TRIGGER training_updated AFTER UPDATE ON training WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'training', json_array(OLD.org_code, OLD.year, OLD.teacher_no), OLD.org_code, 'delete', 'register', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.year = NEW.year AND OLD.teacher_no = NEW.teacher_no);
  INSERT INTO external_write VALUES ('training', json_array(NEW.org_code, NEW.year, NEW.teacher_no), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE training SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND year = NEW.year AND teacher_no = NEW.teacher_no AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER training_delete BEFORE DELETE ON training BEGIN
  INSERT INTO external_write SELECT 'training', row_key, org_code, 'keep', NULL, rev, image FROM training_image
    WHERE org_code = OLD.org_code AND year = OLD.year AND teacher_no = OLD.teacher_no;
END;
CREATE TRIGGER training_deleted AFTER DELETE ON training BEGIN
  INSERT INTO external_write VALUES ('training', json_array(OLD.org_code, OLD.year, OLD.teacher_no), OLD.org_code, 'delete', 'register', NULL, NULL);
END;

CREATE VIEW exchange_image AS SELECT *, json_array(org_code, id) AS row_key,
  json_object('org_code', org_code, 'id', id, 'teacher_no', teacher_no, 'name', name, 'kind', kind, 'backbone', backbone, 'from_school', from_school, 'to_school', to_school, 'to_code', to_code, 'from_on', from_on, 'to_on', to_on, 'period_text', period_text, 'note', note) AS image FROM exchange;
CREATE TRIGGER exchange_insert BEFORE INSERT ON exchange BEGIN
  INSERT INTO external_write SELECT 'exchange', row_key, org_code, 'keep', NULL, rev, image FROM exchange_image
    WHERE org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER exchange_inserted AFTER INSERT ON exchange BEGIN
  INSERT INTO external_write VALUES ('exchange', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE exchange SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER exchange_update BEFORE UPDATE ON exchange WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'exchange', row_key, org_code, 'keep', NULL, rev, image FROM exchange_image
    WHERE org_code = OLD.org_code AND id = OLD.id OR org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER exchange_updated AFTER UPDATE ON exchange WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'exchange', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'register', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.id = NEW.id);
  INSERT INTO external_write VALUES ('exchange', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE exchange SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER exchange_delete BEFORE DELETE ON exchange BEGIN
  INSERT INTO external_write SELECT 'exchange', row_key, org_code, 'keep', NULL, rev, image FROM exchange_image
    WHERE org_code = OLD.org_code AND id = OLD.id;
END;
CREATE TRIGGER exchange_deleted AFTER DELETE ON exchange BEGIN
  INSERT INTO external_write VALUES ('exchange', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'register', NULL, NULL);
END;

CREATE VIEW room_image AS SELECT *, json_array(org_code, school_year, room_no) AS row_key,
  json_object('org_code', org_code, 'school_year', school_year, 'room_no', room_no, 'name', name, 'building', building, 'campus', campus, 'category', category, 'purpose', purpose, 'room_count', room_count, 'floor_area', floor_area, 'usable_area', usable_area, 'multimedia', multimedia, 'interactive', interactive, 'seats', seats, 'built_year', built_year, 'leased', leased, 'pending', pending, 'note', note) AS image FROM room;
CREATE TRIGGER room_insert BEFORE INSERT ON room BEGIN
  INSERT INTO external_write SELECT 'room', row_key, org_code, 'keep', NULL, rev, image FROM room_image
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND room_no = NEW.room_no;
END;
CREATE TRIGGER room_inserted AFTER INSERT ON room BEGIN
  INSERT INTO external_write VALUES ('room', json_array(NEW.org_code, NEW.school_year, NEW.room_no), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE room SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND room_no = NEW.room_no AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER room_update BEFORE UPDATE ON room WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'room', row_key, org_code, 'keep', NULL, rev, image FROM room_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND room_no = OLD.room_no OR org_code = NEW.org_code AND school_year = NEW.school_year AND room_no = NEW.room_no;
END;
CREATE TRIGGER room_updated AFTER UPDATE ON room WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'room', json_array(OLD.org_code, OLD.school_year, OLD.room_no), OLD.org_code, 'delete', 'register', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.school_year = NEW.school_year AND OLD.room_no = NEW.room_no);
  INSERT INTO external_write VALUES ('room', json_array(NEW.org_code, NEW.school_year, NEW.room_no), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE room SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND room_no = NEW.room_no AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER room_delete BEFORE DELETE ON room BEGIN
  INSERT INTO external_write SELECT 'room', row_key, org_code, 'keep', NULL, rev, image FROM room_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND room_no = OLD.room_no;
END;
CREATE TRIGGER room_deleted AFTER DELETE ON room BEGIN
  INSERT INTO external_write VALUES ('room', json_array(OLD.org_code, OLD.school_year, OLD.room_no), OLD.org_code, 'delete', 'register', NULL, NULL);
END;

CREATE VIEW ground_image AS SELECT *, json_array(org_code, school_year, ground_no) AS row_key,
  json_object('org_code', org_code, 'school_year', school_year, 'ground_no', ground_no, 'name', name, 'campus', campus, 'category', category, 'purpose', purpose, 'area', area, 'track_length', track_length, 'straight_length', straight_length, 'leased', leased, 'converted', converted, 'pending', pending, 'note', note) AS image FROM ground;
CREATE TRIGGER ground_insert BEFORE INSERT ON ground BEGIN
  INSERT INTO external_write SELECT 'ground', row_key, org_code, 'keep', NULL, rev, image FROM ground_image
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND ground_no = NEW.ground_no;
END;
CREATE TRIGGER ground_inserted AFTER INSERT ON ground BEGIN
  INSERT INTO external_write VALUES ('ground', json_array(NEW.org_code, NEW.school_year, NEW.ground_no), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE ground SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND ground_no = NEW.ground_no AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER ground_update BEFORE UPDATE ON ground WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'ground', row_key, org_code, 'keep', NULL, rev, image FROM ground_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND ground_no = OLD.ground_no OR org_code = NEW.org_code AND school_year = NEW.school_year AND ground_no = NEW.ground_no;
END;
CREATE TRIGGER ground_updated AFTER UPDATE ON ground WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'ground', json_array(OLD.org_code, OLD.school_year, OLD.ground_no), OLD.org_code, 'delete', 'register', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.school_year = NEW.school_year AND OLD.ground_no = NEW.ground_no);
  INSERT INTO external_write VALUES ('ground', json_array(NEW.org_code, NEW.school_year, NEW.ground_no), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE ground SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND ground_no = NEW.ground_no AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER ground_delete BEFORE DELETE ON ground BEGIN
  INSERT INTO external_write SELECT 'ground', row_key, org_code, 'keep', NULL, rev, image FROM ground_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND ground_no = OLD.ground_no;
END;
CREATE TRIGGER ground_deleted AFTER DELETE ON ground BEGIN
  INSERT INTO external_write VALUES ('ground', json_array(OLD.org_code, OLD.school_year, OLD.ground_no), OLD.org_code, 'delete', 'register', NULL, NULL);
END;

CREATE VIEW equipment_image AS SELECT *, json_array(org_code, school_year, item_no) AS row_key,
  json_object('org_code', org_code, 'school_year', school_year, 'item_no', item_no, 'name', name, 'campus', campus, 'category', category, 'purpose', purpose, 'model', model, 'quantity', quantity, 'needed', needed, 'unit', unit, 'unit_price', unit_price, 'value', value, 'counts_as_teaching', counts_as_teaching, 'bought_on', bought_on, 'acquired_by', acquired_by, 'condition', condition, 'location', location, 'voucher_no', voucher_no, 'pending', pending, 'note', note) AS image FROM equipment;
CREATE TRIGGER equipment_insert BEFORE INSERT ON equipment BEGIN
  INSERT INTO external_write SELECT 'equipment', row_key, org_code, 'keep', NULL, rev, image FROM equipment_image
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND item_no = NEW.item_no;
END;
CREATE TRIGGER equipment_inserted AFTER INSERT ON equipment BEGIN
  INSERT INTO external_write VALUES ('equipment', json_array(NEW.org_code, NEW.school_year, NEW.item_no), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE equipment SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND item_no = NEW.item_no AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER equipment_update BEFORE UPDATE ON equipment WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'equipment', row_key, org_code, 'keep', NULL, rev, image FROM equipment_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND item_no = OLD.item_no OR org_code = NEW.org_code AND school_year = NEW.school_year AND item_no = NEW.item_no;
END;
CREATE TRIGGER equipment_updated AFTER UPDATE ON equipment WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'equipment', json_array(OLD.org_code, OLD.school_year, OLD.item_no), OLD.org_code, 'delete', 'register', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.school_year = NEW.school_year AND OLD.item_no = NEW.item_no);
  INSERT INTO external_write VALUES ('equipment', json_array(NEW.org_code, NEW.school_year, NEW.item_no), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE equipment SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND item_no = NEW.item_no AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER equipment_delete BEFORE DELETE ON equipment BEGIN
  INSERT INTO external_write SELECT 'equipment', row_key, org_code, 'keep', NULL, rev, image FROM equipment_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND item_no = OLD.item_no;
END;
CREATE TRIGGER equipment_deleted AFTER DELETE ON equipment BEGIN
  INSERT INTO external_write VALUES ('equipment', json_array(OLD.org_code, OLD.school_year, OLD.item_no), OLD.org_code, 'delete', 'register', NULL, NULL);
END;

CREATE VIEW finance_image AS SELECT *, json_array(org_code, fiscal_year, item) AS row_key,
  json_object('org_code', org_code, 'fiscal_year', fiscal_year, 'item', item, 'amount', amount, 'source', source, 'note', note) AS image FROM finance;
CREATE TRIGGER finance_insert BEFORE INSERT ON finance BEGIN
  INSERT INTO external_write SELECT 'finance', row_key, org_code, 'keep', NULL, rev, image FROM finance_image
    WHERE org_code = NEW.org_code AND fiscal_year = NEW.fiscal_year AND item = NEW.item;
END;
CREATE TRIGGER finance_inserted AFTER INSERT ON finance BEGIN
  INSERT INTO external_write VALUES ('finance', json_array(NEW.org_code, NEW.fiscal_year, NEW.item), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE finance SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND fiscal_year = NEW.fiscal_year AND item = NEW.item AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER finance_update BEFORE UPDATE ON finance WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'finance', row_key, org_code, 'keep', NULL, rev, image FROM finance_image
    WHERE org_code = OLD.org_code AND fiscal_year = OLD.fiscal_year AND item = OLD.item OR org_code = NEW.org_code AND fiscal_year = NEW.fiscal_year AND item = NEW.item;
END;
CREATE TRIGGER finance_updated AFTER UPDATE ON finance WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'finance', json_array(OLD.org_code, OLD.fiscal_year, OLD.item), OLD.org_code, 'delete', 'register', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.fiscal_year = NEW.fiscal_year AND OLD.item = NEW.item);
  INSERT INTO external_write VALUES ('finance', json_array(NEW.org_code, NEW.fiscal_year, NEW.item), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE finance SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND fiscal_year = NEW.fiscal_year AND item = NEW.item AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER finance_delete BEFORE DELETE ON finance BEGIN
  INSERT INTO external_write SELECT 'finance', row_key, org_code, 'keep', NULL, rev, image FROM finance_image
    WHERE org_code = OLD.org_code AND fiscal_year = OLD.fiscal_year AND item = OLD.item;
END;
CREATE TRIGGER finance_deleted AFTER DELETE ON finance BEGIN
  INSERT INTO external_write VALUES ('finance', json_array(OLD.org_code, OLD.fiscal_year, OLD.item), OLD.org_code, 'delete', 'register', NULL, NULL);
END;

CREATE VIEW statement_image AS SELECT *, json_array(org_code, school_year, element, stage, campus) AS row_key,
  json_object('org_code', org_code, 'school_year', school_year, 'element', element, 'stage', stage, 'campus', campus, 'value', value, 'unit', unit, 'source', source, 'stated_on', stated_on, 'pending', pending, 'note', note) AS image FROM statement;
CREATE TRIGGER statement_insert BEFORE INSERT ON statement BEGIN
  INSERT INTO external_write SELECT 'statement', row_key, org_code, 'keep', NULL, rev, image FROM statement_image
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND element = NEW.element AND stage = NEW.stage AND campus = NEW.campus;
END;
CREATE TRIGGER statement_inserted AFTER INSERT ON statement BEGIN
  INSERT INTO external_write VALUES ('statement', json_array(NEW.org_code, NEW.school_year, NEW.element, NEW.stage, NEW.campus), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE statement SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND element = NEW.element AND stage = NEW.stage AND campus = NEW.campus AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER statement_update BEFORE UPDATE ON statement WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'statement', row_key, org_code, 'keep', NULL, rev, image FROM statement_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND element = OLD.element AND stage = OLD.stage AND campus = OLD.campus OR org_code = NEW.org_code AND school_year = NEW.school_year AND element = NEW.element AND stage = NEW.stage AND campus = NEW.campus;
END;
CREATE TRIGGER statement_updated AFTER UPDATE ON statement WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'statement', json_array(OLD.org_code, OLD.school_year, OLD.element, OLD.stage, OLD.campus), OLD.org_code, 'delete', 'register', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.school_year = NEW.school_year AND OLD.element = NEW.element AND OLD.stage = NEW.stage AND OLD.campus = NEW.campus);
  INSERT INTO external_write VALUES ('statement', json_array(NEW.org_code, NEW.school_year, NEW.element, NEW.stage, NEW.campus), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE statement SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND element = NEW.element AND stage = NEW.stage AND campus = NEW.campus AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER statement_delete BEFORE DELETE ON statement BEGIN
  INSERT INTO external_write SELECT 'statement', row_key, org_code, 'keep', NULL, rev, image FROM statement_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND element = OLD.element AND stage = OLD.stage AND campus = OLD.campus;
END;
CREATE TRIGGER statement_deleted AFTER DELETE ON statement BEGIN
  INSERT INTO external_write VALUES ('statement', json_array(OLD.org_code, OLD.school_year, OLD.element, OLD.stage, OLD.campus), OLD.org_code, 'delete', 'register', NULL, NULL);
END;

CREATE VIEW conclusion_image AS SELECT *, json_array(org_code, school_year, item) AS row_key,
  json_object('org_code', org_code, 'school_year', school_year, 'item', item, 'met', met, 'conclusion', conclusion, 'evidence', evidence, 'concluded_by', concluded_by, 'concluded_on', concluded_on, 'note', note) AS image FROM conclusion;
CREATE TRIGGER conclusion_insert BEFORE INSERT ON conclusion BEGIN
  INSERT INTO external_write SELECT 'conclusion', row_key, org_code, 'keep', NULL, rev, image FROM conclusion_image
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND item = NEW.item;
END;
CREATE TRIGGER conclusion_inserted AFTER INSERT ON conclusion BEGIN
  INSERT INTO external_write VALUES ('conclusion', json_array(NEW.org_code, NEW.school_year, NEW.item), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE conclusion SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND item = NEW.item AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER conclusion_update BEFORE UPDATE ON conclusion WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'conclusion', row_key, org_code, 'keep', NULL, rev, image FROM conclusion_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND item = OLD.item OR org_code = NEW.org_code AND school_year = NEW.school_year AND item = NEW.item;
END;
CREATE TRIGGER conclusion_updated AFTER UPDATE ON conclusion WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'conclusion', json_array(OLD.org_code, OLD.school_year, OLD.item), OLD.org_code, 'delete', 'register', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.school_year = NEW.school_year AND OLD.item = NEW.item);
  INSERT INTO external_write VALUES ('conclusion', json_array(NEW.org_code, NEW.school_year, NEW.item), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE conclusion SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND item = NEW.item AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER conclusion_delete BEFORE DELETE ON conclusion BEGIN
  INSERT INTO external_write SELECT 'conclusion', row_key, org_code, 'keep', NULL, rev, image FROM conclusion_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND item = OLD.item;
END;
CREATE TRIGGER conclusion_deleted AFTER DELETE ON conclusion BEGIN
  INSERT INTO external_write VALUES ('conclusion', json_array(OLD.org_code, OLD.school_year, OLD.item), OLD.org_code, 'delete', 'register', NULL, NULL);
END;

CREATE VIEW survey_image AS SELECT *, json_array(org_code, school_year, respondent, method) AS row_key,
  json_object('org_code', org_code, 'school_year', school_year, 'respondent', respondent, 'method', method, 'total', total, 'valid', valid, 'satisfied', satisfied, 'note', note) AS image FROM survey;
CREATE TRIGGER survey_insert BEFORE INSERT ON survey BEGIN
  INSERT INTO external_write SELECT 'survey', row_key, org_code, 'keep', NULL, rev, image FROM survey_image
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND respondent = NEW.respondent AND method = NEW.method;
END;
CREATE TRIGGER survey_inserted AFTER INSERT ON survey BEGIN
  INSERT INTO external_write VALUES ('survey', json_array(NEW.org_code, NEW.school_year, NEW.respondent, NEW.method), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE survey SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND respondent = NEW.respondent AND method = NEW.method AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER survey_update BEFORE UPDATE ON survey WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'survey', row_key, org_code, 'keep', NULL, rev, image FROM survey_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND respondent = OLD.respondent AND method = OLD.method OR org_code = NEW.org_code AND school_year = NEW.school_year AND respondent = NEW.respondent AND method = NEW.method;
END;
CREATE TRIGGER survey_updated AFTER UPDATE ON survey WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'survey', json_array(OLD.org_code, OLD.school_year, OLD.respondent, OLD.method), OLD.org_code, 'delete', 'bureau', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.school_year = NEW.school_year AND OLD.respondent = NEW.respondent AND OLD.method = NEW.method);
  INSERT INTO external_write VALUES ('survey', json_array(NEW.org_code, NEW.school_year, NEW.respondent, NEW.method), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE survey SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND respondent = NEW.respondent AND method = NEW.method AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER survey_delete BEFORE DELETE ON survey BEGIN
  INSERT INTO external_write SELECT 'survey', row_key, org_code, 'keep', NULL, rev, image FROM survey_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND respondent = OLD.respondent AND method = OLD.method;
END;
CREATE TRIGGER survey_deleted AFTER DELETE ON survey BEGIN
  INSERT INTO external_write VALUES ('survey', json_array(OLD.org_code, OLD.school_year, OLD.respondent, OLD.method), OLD.org_code, 'delete', 'bureau', NULL, NULL);
END;

CREATE VIEW veto_finding_image AS SELECT *, json_array(org_code, school_year, item) AS row_key,
  json_object('org_code', org_code, 'school_year', school_year, 'item', item, 'found', found, 'finding', finding, 'checked_by', checked_by, 'checked_on', checked_on, 'note', note) AS image FROM veto_finding;
CREATE TRIGGER veto_finding_insert BEFORE INSERT ON veto_finding BEGIN
  INSERT INTO external_write SELECT 'veto_finding', row_key, org_code, 'keep', NULL, rev, image FROM veto_finding_image
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND item = NEW.item;
END;
CREATE TRIGGER veto_finding_inserted AFTER INSERT ON veto_finding BEGIN
  INSERT INTO external_write VALUES ('veto_finding', json_array(NEW.org_code, NEW.school_year, NEW.item), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE veto_finding SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND item = NEW.item AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER veto_finding_update BEFORE UPDATE ON veto_finding WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'veto_finding', row_key, org_code, 'keep', NULL, rev, image FROM veto_finding_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND item = OLD.item OR org_code = NEW.org_code AND school_year = NEW.school_year AND item = NEW.item;
END;
CREATE TRIGGER veto_finding_updated AFTER UPDATE ON veto_finding WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'veto_finding', json_array(OLD.org_code, OLD.school_year, OLD.item), OLD.org_code, 'delete', 'bureau', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.school_year = NEW.school_year AND OLD.item = NEW.item);
  INSERT INTO external_write VALUES ('veto_finding', json_array(NEW.org_code, NEW.school_year, NEW.item), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE veto_finding SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND item = NEW.item AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER veto_finding_delete BEFORE DELETE ON veto_finding BEGIN
  INSERT INTO external_write SELECT 'veto_finding', row_key, org_code, 'keep', NULL, rev, image FROM veto_finding_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND item = OLD.item;
END;
CREATE TRIGGER veto_finding_deleted AFTER DELETE ON veto_finding BEGIN
  INSERT INTO external_write VALUES ('veto_finding', json_array(OLD.org_code, OLD.school_year, OLD.item), OLD.org_code, 'delete', 'bureau', NULL, NULL);
END;

CREATE VIEW relaxation_image AS SELECT *, json_array(org_code, item) AS row_key,
  json_object('org_code', org_code, 'item', item, 'basis', basis, 'expires_on', expires_on, 'note', note) AS image FROM relaxation;
CREATE TRIGGER relaxation_insert BEFORE INSERT ON relaxation BEGIN
  INSERT INTO external_write SELECT 'relaxation', row_key, org_code, 'keep', NULL, rev, image FROM relaxation_image
    WHERE org_code = NEW.org_code AND item = NEW.item;
END;
CREATE TRIGGER relaxation_inserted AFTER INSERT ON relaxation BEGIN
  INSERT INTO external_write VALUES ('relaxation', json_array(NEW.org_code, NEW.item), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE relaxation SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND item = NEW.item AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER relaxation_update BEFORE UPDATE ON relaxation WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'relaxation', row_key, org_code, 'keep', NULL, rev, image FROM relaxation_image
    WHERE org_code = OLD.org_code AND item = OLD.item OR org_code = NEW.org_code AND item = NEW.item;
END;
CREATE TRIGGER relaxation_updated AFTER UPDATE ON relaxation WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'relaxation', json_array(OLD.org_code, OLD.item), OLD.org_code, 'delete', 'bureau', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.item = NEW.item);
  INSERT INTO external_write VALUES ('relaxation', json_array(NEW.org_code, NEW.item), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE relaxation SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND item = NEW.item AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER relaxation_delete BEFORE DELETE ON relaxation BEGIN
  INSERT INTO external_write SELECT 'relaxation', row_key, org_code, 'keep', NULL, rev, image FROM relaxation_image
    WHERE org_code = OLD.org_code AND item = OLD.item;
END;
CREATE TRIGGER relaxation_deleted AFTER DELETE ON relaxation BEGIN
  INSERT INTO external_write VALUES ('relaxation', json_array(OLD.org_code, OLD.item), OLD.org_code, 'delete', 'bureau', NULL, NULL);
END;

CREATE VIEW core_item_image AS SELECT *, json_array(org_code, item) AS row_key,
  json_object('org_code', org_code, 'item', item, 'name', name, 'requirement', requirement, 'basis', basis, 'active', active, 'note', note) AS image FROM core_item;
CREATE TRIGGER core_item_insert BEFORE INSERT ON core_item BEGIN
  INSERT INTO external_write SELECT 'core_item', row_key, org_code, 'keep', NULL, rev, image FROM core_item_image
    WHERE org_code = NEW.org_code AND item = NEW.item;
END;
CREATE TRIGGER core_item_inserted AFTER INSERT ON core_item BEGIN
  INSERT INTO external_write VALUES ('core_item', json_array(NEW.org_code, NEW.item), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE core_item SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND item = NEW.item AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER core_item_update BEFORE UPDATE ON core_item WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'core_item', row_key, org_code, 'keep', NULL, rev, image FROM core_item_image
    WHERE org_code = OLD.org_code AND item = OLD.item OR org_code = NEW.org_code AND item = NEW.item;
END;
CREATE TRIGGER core_item_updated AFTER UPDATE ON core_item WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'core_item', json_array(OLD.org_code, OLD.item), OLD.org_code, 'delete', 'bureau', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.item = NEW.item);
  INSERT INTO external_write VALUES ('core_item', json_array(NEW.org_code, NEW.item), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE core_item SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND item = NEW.item AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER core_item_delete BEFORE DELETE ON core_item BEGIN
  INSERT INTO external_write SELECT 'core_item', row_key, org_code, 'keep', NULL, rev, image FROM core_item_image
    WHERE org_code = OLD.org_code AND item = OLD.item;
END;
CREATE TRIGGER core_item_deleted AFTER DELETE ON core_item BEGIN
  INSERT INTO external_write VALUES ('core_item', json_array(OLD.org_code, OLD.item), OLD.org_code, 'delete', 'bureau', NULL, NULL);
END;

CREATE VIEW core_answer_image AS SELECT *, json_array(org_code, school_year, item) AS row_key,
  json_object('org_code', org_code, 'school_year', school_year, 'item', item, 'met', met, 'answer', answer, 'evidence', evidence, 'answered_by', answered_by, 'answered_on', answered_on, 'note', note) AS image FROM core_answer;
CREATE TRIGGER core_answer_insert BEFORE INSERT ON core_answer BEGIN
  INSERT INTO external_write SELECT 'core_answer', row_key, org_code, 'keep', NULL, rev, image FROM core_answer_image
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND item = NEW.item;
END;
CREATE TRIGGER core_answer_inserted AFTER INSERT ON core_answer BEGIN
  INSERT INTO external_write VALUES ('core_answer', json_array(NEW.org_code, NEW.school_year, NEW.item), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE core_answer SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND item = NEW.item AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER core_answer_update BEFORE UPDATE ON core_answer WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'core_answer', row_key, org_code, 'keep', NULL, rev, image FROM core_answer_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND item = OLD.item OR org_code = NEW.org_code AND school_year = NEW.school_year AND item = NEW.item;
END;
CREATE TRIGGER core_answer_updated AFTER UPDATE ON core_answer WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'core_answer', json_array(OLD.org_code, OLD.school_year, OLD.item), OLD.org_code, 'delete', 'register', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.school_year = NEW.school_year AND OLD.item = NEW.item);
  INSERT INTO external_write VALUES ('core_answer', json_array(NEW.org_code, NEW.school_year, NEW.item), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE core_answer SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND item = NEW.item AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER core_answer_delete BEFORE DELETE ON core_answer BEGIN
  INSERT INTO external_write SELECT 'core_answer', row_key, org_code, 'keep', NULL, rev, image FROM core_answer_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND item = OLD.item;
END;
CREATE TRIGGER core_answer_deleted AFTER DELETE ON core_answer BEGIN
  INSERT INTO external_write VALUES ('core_answer', json_array(OLD.org_code, OLD.school_year, OLD.item), OLD.org_code, 'delete', 'register', NULL, NULL);
END;

CREATE VIEW expected_material_image AS SELECT *, json_array(org_code, id) AS row_key,
  json_object('org_code', org_code, 'id', id, 'seq', seq, 'indicator', indicator, 'material', material, 'who', who, 'year', year, 'required', required, 'box', box, 'basis', basis, 'active', active, 'note', note) AS image FROM expected_material;
CREATE TRIGGER expected_material_insert BEFORE INSERT ON expected_material BEGIN
  INSERT INTO external_write SELECT 'expected_material', row_key, org_code, 'keep', NULL, rev, image FROM expected_material_image
    WHERE org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER expected_material_inserted AFTER INSERT ON expected_material BEGIN
  INSERT INTO external_write VALUES ('expected_material', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE expected_material SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER expected_material_update BEFORE UPDATE ON expected_material WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'expected_material', row_key, org_code, 'keep', NULL, rev, image FROM expected_material_image
    WHERE org_code = OLD.org_code AND id = OLD.id OR org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER expected_material_updated AFTER UPDATE ON expected_material WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'expected_material', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'bureau', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.id = NEW.id);
  INSERT INTO external_write VALUES ('expected_material', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE expected_material SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER expected_material_delete BEFORE DELETE ON expected_material BEGIN
  INSERT INTO external_write SELECT 'expected_material', row_key, org_code, 'keep', NULL, rev, image FROM expected_material_image
    WHERE org_code = OLD.org_code AND id = OLD.id;
END;
CREATE TRIGGER expected_material_deleted AFTER DELETE ON expected_material BEGIN
  INSERT INTO external_write VALUES ('expected_material', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'bureau', NULL, NULL);
END;

CREATE VIEW standardization_item_image AS SELECT *, json_array(org_code, stage, item_id) AS row_key,
  json_object('org_code', org_code, 'stage', stage, 'item_id', item_id, 'seq', seq, 'category', category, 'item', item, 'unit', unit, 'required', required, 'actual', actual, 'actual_source', actual_source, 'measure', measure, 'project', project, 'money', money, 'money_source', money_source, 'leader', leader, 'unit_in_charge', unit_in_charge, 'person', person, 'due_on', due_on, 'done_on', done_on, 'state', state, 'indicator', indicator, 'basis', basis, 'verified', verified, 'pending', pending, 'note', note) AS image FROM standardization_item;
CREATE TRIGGER standardization_item_insert BEFORE INSERT ON standardization_item BEGIN
  INSERT INTO external_write SELECT 'standardization_item', row_key, org_code, 'keep', NULL, rev, image FROM standardization_item_image
    WHERE org_code = NEW.org_code AND stage = NEW.stage AND item_id = NEW.item_id;
END;
CREATE TRIGGER standardization_item_inserted AFTER INSERT ON standardization_item BEGIN
  INSERT INTO external_write VALUES ('standardization_item', json_array(NEW.org_code, NEW.stage, NEW.item_id), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE standardization_item SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND stage = NEW.stage AND item_id = NEW.item_id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER standardization_item_update BEFORE UPDATE ON standardization_item WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'standardization_item', row_key, org_code, 'keep', NULL, rev, image FROM standardization_item_image
    WHERE org_code = OLD.org_code AND stage = OLD.stage AND item_id = OLD.item_id OR org_code = NEW.org_code AND stage = NEW.stage AND item_id = NEW.item_id;
END;
CREATE TRIGGER standardization_item_updated AFTER UPDATE ON standardization_item WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'standardization_item', json_array(OLD.org_code, OLD.stage, OLD.item_id), OLD.org_code, 'delete', 'register', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.stage = NEW.stage AND OLD.item_id = NEW.item_id);
  INSERT INTO external_write VALUES ('standardization_item', json_array(NEW.org_code, NEW.stage, NEW.item_id), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE standardization_item SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND stage = NEW.stage AND item_id = NEW.item_id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER standardization_item_delete BEFORE DELETE ON standardization_item BEGIN
  INSERT INTO external_write SELECT 'standardization_item', row_key, org_code, 'keep', NULL, rev, image FROM standardization_item_image
    WHERE org_code = OLD.org_code AND stage = OLD.stage AND item_id = OLD.item_id;
END;
CREATE TRIGGER standardization_item_deleted AFTER DELETE ON standardization_item BEGIN
  INSERT INTO external_write VALUES ('standardization_item', json_array(OLD.org_code, OLD.stage, OLD.item_id), OLD.org_code, 'delete', 'register', NULL, NULL);
END;

CREATE VIEW standardization_goal_image AS SELECT *, json_array(org_code, stage, item_id, year) AS row_key,
  json_object('org_code', org_code, 'stage', stage, 'item_id', item_id, 'year', year, 'goal', goal, 'done', done, 'planned_money', planned_money, 'spent_money', spent_money, 'note', note) AS image FROM standardization_goal;
CREATE TRIGGER standardization_goal_insert BEFORE INSERT ON standardization_goal BEGIN
  INSERT INTO external_write SELECT 'standardization_goal', row_key, org_code, 'keep', NULL, rev, image FROM standardization_goal_image
    WHERE org_code = NEW.org_code AND stage = NEW.stage AND item_id = NEW.item_id AND year = NEW.year;
END;
CREATE TRIGGER standardization_goal_inserted AFTER INSERT ON standardization_goal BEGIN
  INSERT INTO external_write VALUES ('standardization_goal', json_array(NEW.org_code, NEW.stage, NEW.item_id, NEW.year), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE standardization_goal SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND stage = NEW.stage AND item_id = NEW.item_id AND year = NEW.year AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER standardization_goal_update BEFORE UPDATE ON standardization_goal WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'standardization_goal', row_key, org_code, 'keep', NULL, rev, image FROM standardization_goal_image
    WHERE org_code = OLD.org_code AND stage = OLD.stage AND item_id = OLD.item_id AND year = OLD.year OR org_code = NEW.org_code AND stage = NEW.stage AND item_id = NEW.item_id AND year = NEW.year;
END;
CREATE TRIGGER standardization_goal_updated AFTER UPDATE ON standardization_goal WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'standardization_goal', json_array(OLD.org_code, OLD.stage, OLD.item_id, OLD.year), OLD.org_code, 'delete', 'register', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.stage = NEW.stage AND OLD.item_id = NEW.item_id AND OLD.year = NEW.year);
  INSERT INTO external_write VALUES ('standardization_goal', json_array(NEW.org_code, NEW.stage, NEW.item_id, NEW.year), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE standardization_goal SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND stage = NEW.stage AND item_id = NEW.item_id AND year = NEW.year AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER standardization_goal_delete BEFORE DELETE ON standardization_goal BEGIN
  INSERT INTO external_write SELECT 'standardization_goal', row_key, org_code, 'keep', NULL, rev, image FROM standardization_goal_image
    WHERE org_code = OLD.org_code AND stage = OLD.stage AND item_id = OLD.item_id AND year = OLD.year;
END;
CREATE TRIGGER standardization_goal_deleted AFTER DELETE ON standardization_goal BEGIN
  INSERT INTO external_write VALUES ('standardization_goal', json_array(OLD.org_code, OLD.stage, OLD.item_id, OLD.year), OLD.org_code, 'delete', 'register', NULL, NULL);
END;

CREATE VIEW oversized_class_image AS SELECT *, json_array(org_code, stage, entry_year, class_no) AS row_key,
  json_object('org_code', org_code, 'stage', stage, 'entry_year', entry_year, 'class_no', class_no, 'grade', grade, 'filed_count', filed_count, 'filed_on', filed_on, 'limit_count', limit_count, 'school_year', school_year, 'term', term, 'level', level, 'cause', cause, 'measure', measure, 'measure_text', measure_text, 'new_places', new_places, 'leader', leader, 'unit_in_charge', unit_in_charge, 'person', person, 'due_on', due_on, 'period_text', period_text, 'state', state, 'left_on', left_on, 'struck_basis', struck_basis, 'struck_on', struck_on, 'verifier', verifier, 'note', note) AS image FROM oversized_class;
CREATE TRIGGER oversized_class_insert BEFORE INSERT ON oversized_class BEGIN
  INSERT INTO external_write SELECT 'oversized_class', row_key, org_code, 'keep', NULL, rev, image FROM oversized_class_image
    WHERE org_code = NEW.org_code AND stage = NEW.stage AND entry_year = NEW.entry_year AND class_no = NEW.class_no;
END;
CREATE TRIGGER oversized_class_inserted AFTER INSERT ON oversized_class BEGIN
  INSERT INTO external_write VALUES ('oversized_class', json_array(NEW.org_code, NEW.stage, NEW.entry_year, NEW.class_no), NEW.org_code, 'update', 'shared', NULL, NULL);
  UPDATE oversized_class SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND stage = NEW.stage AND entry_year = NEW.entry_year AND class_no = NEW.class_no AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER oversized_class_update BEFORE UPDATE ON oversized_class WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'oversized_class', row_key, org_code, 'keep', NULL, rev, image FROM oversized_class_image
    WHERE org_code = OLD.org_code AND stage = OLD.stage AND entry_year = OLD.entry_year AND class_no = OLD.class_no OR org_code = NEW.org_code AND stage = NEW.stage AND entry_year = NEW.entry_year AND class_no = NEW.class_no;
END;
CREATE TRIGGER oversized_class_updated AFTER UPDATE ON oversized_class WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'oversized_class', json_array(OLD.org_code, OLD.stage, OLD.entry_year, OLD.class_no), OLD.org_code, 'delete', 'shared', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.stage = NEW.stage AND OLD.entry_year = NEW.entry_year AND OLD.class_no = NEW.class_no);
  INSERT INTO external_write VALUES ('oversized_class', json_array(NEW.org_code, NEW.stage, NEW.entry_year, NEW.class_no), NEW.org_code, 'update', 'shared', NULL, NULL);
  UPDATE oversized_class SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND stage = NEW.stage AND entry_year = NEW.entry_year AND class_no = NEW.class_no AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER oversized_class_delete BEFORE DELETE ON oversized_class BEGIN
  INSERT INTO external_write SELECT 'oversized_class', row_key, org_code, 'keep', NULL, rev, image FROM oversized_class_image
    WHERE org_code = OLD.org_code AND stage = OLD.stage AND entry_year = OLD.entry_year AND class_no = OLD.class_no;
END;
CREATE TRIGGER oversized_class_deleted AFTER DELETE ON oversized_class BEGIN
  INSERT INTO external_write VALUES ('oversized_class', json_array(OLD.org_code, OLD.stage, OLD.entry_year, OLD.class_no), OLD.org_code, 'delete', 'shared', NULL, NULL);
END;

CREATE VIEW oversized_recount_image AS SELECT *, json_array(org_code, stage, entry_year, class_no, counted_on) AS row_key,
  json_object('org_code', org_code, 'stage', stage, 'entry_year', entry_year, 'class_no', class_no, 'counted_on', counted_on, 'head_count', head_count, 'counted_by', counted_by, 'evidence', evidence, 'note', note) AS image FROM oversized_recount;
CREATE TRIGGER oversized_recount_insert BEFORE INSERT ON oversized_recount BEGIN
  INSERT INTO external_write SELECT 'oversized_recount', row_key, org_code, 'keep', NULL, rev, image FROM oversized_recount_image
    WHERE org_code = NEW.org_code AND stage = NEW.stage AND entry_year = NEW.entry_year AND class_no = NEW.class_no AND counted_on = NEW.counted_on;
END;
CREATE TRIGGER oversized_recount_inserted AFTER INSERT ON oversized_recount BEGIN
  INSERT INTO external_write VALUES ('oversized_recount', json_array(NEW.org_code, NEW.stage, NEW.entry_year, NEW.class_no, NEW.counted_on), NEW.org_code, 'update', 'shared', NULL, NULL);
  UPDATE oversized_recount SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND stage = NEW.stage AND entry_year = NEW.entry_year AND class_no = NEW.class_no AND counted_on = NEW.counted_on AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER oversized_recount_update BEFORE UPDATE ON oversized_recount WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'oversized_recount', row_key, org_code, 'keep', NULL, rev, image FROM oversized_recount_image
    WHERE org_code = OLD.org_code AND stage = OLD.stage AND entry_year = OLD.entry_year AND class_no = OLD.class_no AND counted_on = OLD.counted_on OR org_code = NEW.org_code AND stage = NEW.stage AND entry_year = NEW.entry_year AND class_no = NEW.class_no AND counted_on = NEW.counted_on;
END;
CREATE TRIGGER oversized_recount_updated AFTER UPDATE ON oversized_recount WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'oversized_recount', json_array(OLD.org_code, OLD.stage, OLD.entry_year, OLD.class_no, OLD.counted_on), OLD.org_code, 'delete', 'shared', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.stage = NEW.stage AND OLD.entry_year = NEW.entry_year AND OLD.class_no = NEW.class_no AND OLD.counted_on = NEW.counted_on);
  INSERT INTO external_write VALUES ('oversized_recount', json_array(NEW.org_code, NEW.stage, NEW.entry_year, NEW.class_no, NEW.counted_on), NEW.org_code, 'update', 'shared', NULL, NULL);
  UPDATE oversized_recount SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND stage = NEW.stage AND entry_year = NEW.entry_year AND class_no = NEW.class_no AND counted_on = NEW.counted_on AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER oversized_recount_delete BEFORE DELETE ON oversized_recount BEGIN
  INSERT INTO external_write SELECT 'oversized_recount', row_key, org_code, 'keep', NULL, rev, image FROM oversized_recount_image
    WHERE org_code = OLD.org_code AND stage = OLD.stage AND entry_year = OLD.entry_year AND class_no = OLD.class_no AND counted_on = OLD.counted_on;
END;
CREATE TRIGGER oversized_recount_deleted AFTER DELETE ON oversized_recount BEGIN
  INSERT INTO external_write VALUES ('oversized_recount', json_array(OLD.org_code, OLD.stage, OLD.entry_year, OLD.class_no, OLD.counted_on), OLD.org_code, 'delete', 'shared', NULL, NULL);
END;

CREATE VIEW oversized_school_image AS SELECT *, json_array(org_code, filed_on) AS row_key,
  json_object('org_code', org_code, 'filed_on', filed_on, 'filed_count', filed_count, 'limit_count', limit_count, 'cause', cause, 'measure', measure, 'new_places', new_places, 'leader', leader, 'unit_in_charge', unit_in_charge, 'person', person, 'due_on', due_on, 'state', state, 'recounted_on', recounted_on, 'recount', recount, 'struck_basis', struck_basis, 'struck_on', struck_on, 'verifier', verifier, 'note', note) AS image FROM oversized_school;
CREATE TRIGGER oversized_school_insert BEFORE INSERT ON oversized_school BEGIN
  INSERT INTO external_write SELECT 'oversized_school', row_key, org_code, 'keep', NULL, rev, image FROM oversized_school_image
    WHERE org_code = NEW.org_code AND filed_on = NEW.filed_on;
END;
CREATE TRIGGER oversized_school_inserted AFTER INSERT ON oversized_school BEGIN
  INSERT INTO external_write VALUES ('oversized_school', json_array(NEW.org_code, NEW.filed_on), NEW.org_code, 'update', 'shared', NULL, NULL);
  UPDATE oversized_school SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND filed_on = NEW.filed_on AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER oversized_school_update BEFORE UPDATE ON oversized_school WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'oversized_school', row_key, org_code, 'keep', NULL, rev, image FROM oversized_school_image
    WHERE org_code = OLD.org_code AND filed_on = OLD.filed_on OR org_code = NEW.org_code AND filed_on = NEW.filed_on;
END;
CREATE TRIGGER oversized_school_updated AFTER UPDATE ON oversized_school WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'oversized_school', json_array(OLD.org_code, OLD.filed_on), OLD.org_code, 'delete', 'shared', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.filed_on = NEW.filed_on);
  INSERT INTO external_write VALUES ('oversized_school', json_array(NEW.org_code, NEW.filed_on), NEW.org_code, 'update', 'shared', NULL, NULL);
  UPDATE oversized_school SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND filed_on = NEW.filed_on AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER oversized_school_delete BEFORE DELETE ON oversized_school BEGIN
  INSERT INTO external_write SELECT 'oversized_school', row_key, org_code, 'keep', NULL, rev, image FROM oversized_school_image
    WHERE org_code = OLD.org_code AND filed_on = OLD.filed_on;
END;
CREATE TRIGGER oversized_school_deleted AFTER DELETE ON oversized_school BEGIN
  INSERT INTO external_write VALUES ('oversized_school', json_array(OLD.org_code, OLD.filed_on), OLD.org_code, 'delete', 'shared', NULL, NULL);
END;

CREATE VIEW rectification_image AS SELECT *, json_array(org_code, id) AS row_key,
  json_object('org_code', org_code, 'id', id, 'source', source, 'found_on', found_on, 'indicator', indicator, 'problem', problem, 'requirement', requirement, 'basis', basis, 'kind', kind, 'goal', goal, 'standard', standard, 'measure', measure, 'leaders', leaders, 'units', units, 'assisting_units', assisting_units, 'person', person, 'phone', phone, 'due_on', due_on, 'period_text', period_text, 'situation', situation, 'done_on', done_on, 'unfinished', unfinished, 'evidence', evidence, 'state', state, 'verifier_unit', verifier_unit, 'verifier', verifier, 'struck_on', struck_on, 'origin', origin, 'former_id', former_id, 'note', note) AS image FROM rectification;
CREATE TRIGGER rectification_insert BEFORE INSERT ON rectification BEGIN
  INSERT INTO external_write SELECT 'rectification', row_key, org_code, 'keep', NULL, rev, image FROM rectification_image
    WHERE org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER rectification_inserted AFTER INSERT ON rectification BEGIN
  INSERT INTO external_write VALUES ('rectification', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'shared', NULL, NULL);
  UPDATE rectification SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER rectification_update BEFORE UPDATE ON rectification WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'rectification', row_key, org_code, 'keep', NULL, rev, image FROM rectification_image
    WHERE org_code = OLD.org_code AND id = OLD.id OR org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER rectification_updated AFTER UPDATE ON rectification WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'rectification', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'shared', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.id = NEW.id);
  INSERT INTO external_write VALUES ('rectification', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'shared', NULL, NULL);
  UPDATE rectification SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER rectification_delete BEFORE DELETE ON rectification BEGIN
  INSERT INTO external_write SELECT 'rectification', row_key, org_code, 'keep', NULL, rev, image FROM rectification_image
    WHERE org_code = OLD.org_code AND id = OLD.id;
END;
CREATE TRIGGER rectification_deleted AFTER DELETE ON rectification BEGIN
  INSERT INTO external_write VALUES ('rectification', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'shared', NULL, NULL);
END;

CREATE VIEW rectification_progress_image AS SELECT *, json_array(org_code, id) AS row_key,
  json_object('org_code', org_code, 'id', id, 'rectification_id', rectification_id, 'reported_on', reported_on, 'progress', progress, 'reported_by', reported_by, 'evidence', evidence) AS image FROM rectification_progress;
CREATE TRIGGER rectification_progress_insert BEFORE INSERT ON rectification_progress BEGIN
  INSERT INTO external_write SELECT 'rectification_progress', row_key, org_code, 'keep', NULL, rev, image FROM rectification_progress_image
    WHERE org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER rectification_progress_inserted AFTER INSERT ON rectification_progress BEGIN
  INSERT INTO external_write VALUES ('rectification_progress', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'shared', NULL, NULL);
  UPDATE rectification_progress SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER rectification_progress_update BEFORE UPDATE ON rectification_progress WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'rectification_progress', row_key, org_code, 'keep', NULL, rev, image FROM rectification_progress_image
    WHERE org_code = OLD.org_code AND id = OLD.id OR org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER rectification_progress_updated AFTER UPDATE ON rectification_progress WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'rectification_progress', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'shared', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.id = NEW.id);
  INSERT INTO external_write VALUES ('rectification_progress', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'shared', NULL, NULL);
  UPDATE rectification_progress SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER rectification_progress_delete BEFORE DELETE ON rectification_progress BEGIN
  INSERT INTO external_write SELECT 'rectification_progress', row_key, org_code, 'keep', NULL, rev, image FROM rectification_progress_image
    WHERE org_code = OLD.org_code AND id = OLD.id;
END;
CREATE TRIGGER rectification_progress_deleted AFTER DELETE ON rectification_progress BEGIN
  INSERT INTO external_write VALUES ('rectification_progress', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'shared', NULL, NULL);
END;

CREATE VIEW verdict_image AS SELECT *, json_array(org_code, id) AS row_key,
  json_object('org_code', org_code, 'id', id, 'subject_table', subject_table, 'subject_key', subject_key, 'result', result, 'verified_on', verified_on, 'verifier_unit', verifier_unit, 'verifier', verifier, 'reason', reason, 'note', note) AS image FROM verdict;
CREATE TRIGGER verdict_insert BEFORE INSERT ON verdict BEGIN
  INSERT INTO external_write SELECT 'verdict', row_key, org_code, 'keep', NULL, rev, image FROM verdict_image
    WHERE org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER verdict_inserted AFTER INSERT ON verdict BEGIN
  INSERT INTO external_write VALUES ('verdict', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'oversight', NULL, NULL);
  UPDATE verdict SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER verdict_update BEFORE UPDATE ON verdict WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'verdict', row_key, org_code, 'keep', NULL, rev, image FROM verdict_image
    WHERE org_code = OLD.org_code AND id = OLD.id OR org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER verdict_updated AFTER UPDATE ON verdict WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'verdict', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'oversight', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.id = NEW.id);
  INSERT INTO external_write VALUES ('verdict', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'oversight', NULL, NULL);
  UPDATE verdict SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER verdict_delete BEFORE DELETE ON verdict BEGIN
  INSERT INTO external_write SELECT 'verdict', row_key, org_code, 'keep', NULL, rev, image FROM verdict_image
    WHERE org_code = OLD.org_code AND id = OLD.id;
END;
CREATE TRIGGER verdict_deleted AFTER DELETE ON verdict BEGIN
  INSERT INTO external_write VALUES ('verdict', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'oversight', NULL, NULL);
END;

CREATE VIEW task_image AS SELECT *, json_array(org_code, id) AS row_key,
  json_object('org_code', org_code, 'id', id, 'year', year, 'seq', seq, 'kind', kind, 'stage_name', stage_name, 'task', task, 'indicator', indicator, 'goal', goal, 'lead_unit', lead_unit, 'units', units, 'assisting_units', assisting_units, 'leader', leader, 'starts_on', starts_on, 'due_on', due_on, 'period_text', period_text, 'progress', progress, 'outcome', outcome, 'done', done, 'note', note) AS image FROM task;
CREATE TRIGGER task_insert BEFORE INSERT ON task BEGIN
  INSERT INTO external_write SELECT 'task', row_key, org_code, 'keep', NULL, rev, image FROM task_image
    WHERE org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER task_inserted AFTER INSERT ON task BEGIN
  INSERT INTO external_write VALUES ('task', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE task SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER task_update BEFORE UPDATE ON task WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'task', row_key, org_code, 'keep', NULL, rev, image FROM task_image
    WHERE org_code = OLD.org_code AND id = OLD.id OR org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER task_updated AFTER UPDATE ON task WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'task', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'bureau', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.id = NEW.id);
  INSERT INTO external_write VALUES ('task', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE task SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER task_delete BEFORE DELETE ON task BEGIN
  INSERT INTO external_write SELECT 'task', row_key, org_code, 'keep', NULL, rev, image FROM task_image
    WHERE org_code = OLD.org_code AND id = OLD.id;
END;
CREATE TRIGGER task_deleted AFTER DELETE ON task BEGIN
  INSERT INTO external_write VALUES ('task', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'bureau', NULL, NULL);
END;

CREATE VIEW policy_image AS SELECT *, json_array(org_code, id) AS row_key,
  json_object('org_code', org_code, 'id', id, 'seq', seq, 'title', title, 'type', type, 'document_no', document_no, 'issuer', issuer, 'issued_on', issued_on, 'lead_office', lead_office, 'state', state, 'note', note) AS image FROM policy;
CREATE TRIGGER policy_insert BEFORE INSERT ON policy BEGIN
  INSERT INTO external_write SELECT 'policy', row_key, org_code, 'keep', NULL, rev, image FROM policy_image
    WHERE org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER policy_inserted AFTER INSERT ON policy BEGIN
  INSERT INTO external_write VALUES ('policy', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE policy SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER policy_update BEFORE UPDATE ON policy WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'policy', row_key, org_code, 'keep', NULL, rev, image FROM policy_image
    WHERE org_code = OLD.org_code AND id = OLD.id OR org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER policy_updated AFTER UPDATE ON policy WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'policy', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'bureau', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.id = NEW.id);
  INSERT INTO external_write VALUES ('policy', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE policy SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER policy_delete BEFORE DELETE ON policy BEGIN
  INSERT INTO external_write SELECT 'policy', row_key, org_code, 'keep', NULL, rev, image FROM policy_image
    WHERE org_code = OLD.org_code AND id = OLD.id;
END;
CREATE TRIGGER policy_deleted AFTER DELETE ON policy BEGIN
  INSERT INTO external_write VALUES ('policy', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'bureau', NULL, NULL);
END;

CREATE VIEW target_image AS SELECT *, json_array(org_code, name, stage, year) AS row_key,
  json_object('org_code', org_code, 'name', name, 'stage', stage, 'year', year, 'indicator', indicator, 'direction', direction, 'value', value, 'unit', unit, 'basis', basis, 'note', note) AS image FROM target;
CREATE TRIGGER target_insert BEFORE INSERT ON target BEGIN
  INSERT INTO external_write SELECT 'target', row_key, org_code, 'keep', NULL, rev, image FROM target_image
    WHERE org_code = NEW.org_code AND name = NEW.name AND stage = NEW.stage AND year = NEW.year;
END;
CREATE TRIGGER target_inserted AFTER INSERT ON target BEGIN
  INSERT INTO external_write VALUES ('target', json_array(NEW.org_code, NEW.name, NEW.stage, NEW.year), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE target SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND name = NEW.name AND stage = NEW.stage AND year = NEW.year AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER target_update BEFORE UPDATE ON target WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'target', row_key, org_code, 'keep', NULL, rev, image FROM target_image
    WHERE org_code = OLD.org_code AND name = OLD.name AND stage = OLD.stage AND year = OLD.year OR org_code = NEW.org_code AND name = NEW.name AND stage = NEW.stage AND year = NEW.year;
END;
CREATE TRIGGER target_updated AFTER UPDATE ON target WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'target', json_array(OLD.org_code, OLD.name, OLD.stage, OLD.year), OLD.org_code, 'delete', 'bureau', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.name = NEW.name AND OLD.stage = NEW.stage AND OLD.year = NEW.year);
  INSERT INTO external_write VALUES ('target', json_array(NEW.org_code, NEW.name, NEW.stage, NEW.year), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE target SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND name = NEW.name AND stage = NEW.stage AND year = NEW.year AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER target_delete BEFORE DELETE ON target BEGIN
  INSERT INTO external_write SELECT 'target', row_key, org_code, 'keep', NULL, rev, image FROM target_image
    WHERE org_code = OLD.org_code AND name = OLD.name AND stage = OLD.stage AND year = OLD.year;
END;
CREATE TRIGGER target_deleted AFTER DELETE ON target BEGIN
  INSERT INTO external_write VALUES ('target', json_array(OLD.org_code, OLD.name, OLD.stage, OLD.year), OLD.org_code, 'delete', 'bureau', NULL, NULL);
END;

CREATE VIEW project_image AS SELECT *, json_array(org_code, id) AS row_key,
  json_object('org_code', org_code, 'id', id, 'name', name, 'school_name', school_name, 'town', town, 'stage', stage, 'kind', kind, 'content', content, 'places', places, 'floor_area', floor_area, 'site_area', site_area, 'money', money, 'spent', spent, 'money_source', money_source, 'starts_on', starts_on, 'due_on', due_on, 'started_on', started_on, 'done_on', done_on, 'period_text', period_text, 'state', state, 'leader', leader, 'unit_in_charge', unit_in_charge, 'person', person, 'note', note) AS image FROM project;
CREATE TRIGGER project_insert BEFORE INSERT ON project BEGIN
  INSERT INTO external_write SELECT 'project', row_key, org_code, 'keep', NULL, rev, image FROM project_image
    WHERE org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER project_inserted AFTER INSERT ON project BEGIN
  INSERT INTO external_write VALUES ('project', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE project SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER project_update BEFORE UPDATE ON project WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'project', row_key, org_code, 'keep', NULL, rev, image FROM project_image
    WHERE org_code = OLD.org_code AND id = OLD.id OR org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER project_updated AFTER UPDATE ON project WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'project', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'register', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.id = NEW.id);
  INSERT INTO external_write VALUES ('project', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE project SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER project_delete BEFORE DELETE ON project BEGIN
  INSERT INTO external_write SELECT 'project', row_key, org_code, 'keep', NULL, rev, image FROM project_image
    WHERE org_code = OLD.org_code AND id = OLD.id;
END;
CREATE TRIGGER project_deleted AFTER DELETE ON project BEGIN
  INSERT INTO external_write VALUES ('project', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'register', NULL, NULL);
END;

CREATE VIEW experiment_image AS SELECT *, json_array(org_code, id) AS row_key,
  json_object('org_code', org_code, 'id', id, 'school_year', school_year, 'term', term, 'subject', subject, 'grade', grade, 'chapter', chapter, 'name', name, 'category', category, 'required', required, 'planned_week', planned_week, 'done_on', done_on, 'class_name', class_name, 'pupils', pupils, 'laboratory', laboratory, 'teacher', teacher, 'reason', reason, 'note', note) AS image FROM experiment;
CREATE TRIGGER experiment_insert BEFORE INSERT ON experiment BEGIN
  INSERT INTO external_write SELECT 'experiment', row_key, org_code, 'keep', NULL, rev, image FROM experiment_image
    WHERE org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER experiment_inserted AFTER INSERT ON experiment BEGIN
  INSERT INTO external_write VALUES ('experiment', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE experiment SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER experiment_update BEFORE UPDATE ON experiment WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'experiment', row_key, org_code, 'keep', NULL, rev, image FROM experiment_image
    WHERE org_code = OLD.org_code AND id = OLD.id OR org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER experiment_updated AFTER UPDATE ON experiment WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'experiment', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'register', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.id = NEW.id);
  INSERT INTO external_write VALUES ('experiment', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE experiment SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER experiment_delete BEFORE DELETE ON experiment BEGIN
  INSERT INTO external_write SELECT 'experiment', row_key, org_code, 'keep', NULL, rev, image FROM experiment_image
    WHERE org_code = OLD.org_code AND id = OLD.id;
END;
CREATE TRIGGER experiment_deleted AFTER DELETE ON experiment BEGIN
  INSERT INTO external_write VALUES ('experiment', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'register', NULL, NULL);
END;

CREATE VIEW experiment_count_image AS SELECT *, json_array(org_code, school_year, term, subject, grade, category) AS row_key,
  json_object('org_code', org_code, 'school_year', school_year, 'term', term, 'subject', subject, 'grade', grade, 'category', category, 'due', due, 'done', done, 'note', note) AS image FROM experiment_count;
CREATE TRIGGER experiment_count_insert BEFORE INSERT ON experiment_count BEGIN
  INSERT INTO external_write SELECT 'experiment_count', row_key, org_code, 'keep', NULL, rev, image FROM experiment_count_image
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND term = NEW.term AND subject = NEW.subject AND grade = NEW.grade AND category = NEW.category;
END;
CREATE TRIGGER experiment_count_inserted AFTER INSERT ON experiment_count BEGIN
  INSERT INTO external_write VALUES ('experiment_count', json_array(NEW.org_code, NEW.school_year, NEW.term, NEW.subject, NEW.grade, NEW.category), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE experiment_count SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND term = NEW.term AND subject = NEW.subject AND grade = NEW.grade AND category = NEW.category AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER experiment_count_update BEFORE UPDATE ON experiment_count WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'experiment_count', row_key, org_code, 'keep', NULL, rev, image FROM experiment_count_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND term = OLD.term AND subject = OLD.subject AND grade = OLD.grade AND category = OLD.category OR org_code = NEW.org_code AND school_year = NEW.school_year AND term = NEW.term AND subject = NEW.subject AND grade = NEW.grade AND category = NEW.category;
END;
CREATE TRIGGER experiment_count_updated AFTER UPDATE ON experiment_count WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'experiment_count', json_array(OLD.org_code, OLD.school_year, OLD.term, OLD.subject, OLD.grade, OLD.category), OLD.org_code, 'delete', 'register', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.school_year = NEW.school_year AND OLD.term = NEW.term AND OLD.subject = NEW.subject AND OLD.grade = NEW.grade AND OLD.category = NEW.category);
  INSERT INTO external_write VALUES ('experiment_count', json_array(NEW.org_code, NEW.school_year, NEW.term, NEW.subject, NEW.grade, NEW.category), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE experiment_count SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND term = NEW.term AND subject = NEW.subject AND grade = NEW.grade AND category = NEW.category AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER experiment_count_delete BEFORE DELETE ON experiment_count BEGIN
  INSERT INTO external_write SELECT 'experiment_count', row_key, org_code, 'keep', NULL, rev, image FROM experiment_count_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND term = OLD.term AND subject = OLD.subject AND grade = OLD.grade AND category = OLD.category;
END;
CREATE TRIGGER experiment_count_deleted AFTER DELETE ON experiment_count BEGIN
  INSERT INTO external_write VALUES ('experiment_count', json_array(OLD.org_code, OLD.school_year, OLD.term, OLD.subject, OLD.grade, OLD.category), OLD.org_code, 'delete', 'register', NULL, NULL);
END;

CREATE VIEW safety_check_image AS SELECT *, json_array(org_code, school_year, item, checked_on) AS row_key,
  json_object('org_code', org_code, 'school_year', school_year, 'item', item, 'checked_on', checked_on, 'met', met, 'result', result, 'risk', risk, 'round', round, 'quantity', quantity, 'evidence', evidence, 'checked_by', checked_by, 'note', note) AS image FROM safety_check;
CREATE TRIGGER safety_check_insert BEFORE INSERT ON safety_check BEGIN
  INSERT INTO external_write SELECT 'safety_check', row_key, org_code, 'keep', NULL, rev, image FROM safety_check_image
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND item = NEW.item AND checked_on = NEW.checked_on;
END;
CREATE TRIGGER safety_check_inserted AFTER INSERT ON safety_check BEGIN
  INSERT INTO external_write VALUES ('safety_check', json_array(NEW.org_code, NEW.school_year, NEW.item, NEW.checked_on), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE safety_check SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND item = NEW.item AND checked_on = NEW.checked_on AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER safety_check_update BEFORE UPDATE ON safety_check WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'safety_check', row_key, org_code, 'keep', NULL, rev, image FROM safety_check_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND item = OLD.item AND checked_on = OLD.checked_on OR org_code = NEW.org_code AND school_year = NEW.school_year AND item = NEW.item AND checked_on = NEW.checked_on;
END;
CREATE TRIGGER safety_check_updated AFTER UPDATE ON safety_check WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'safety_check', json_array(OLD.org_code, OLD.school_year, OLD.item, OLD.checked_on), OLD.org_code, 'delete', 'register', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.school_year = NEW.school_year AND OLD.item = NEW.item AND OLD.checked_on = NEW.checked_on);
  INSERT INTO external_write VALUES ('safety_check', json_array(NEW.org_code, NEW.school_year, NEW.item, NEW.checked_on), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE safety_check SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND item = NEW.item AND checked_on = NEW.checked_on AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER safety_check_delete BEFORE DELETE ON safety_check BEGIN
  INSERT INTO external_write SELECT 'safety_check', row_key, org_code, 'keep', NULL, rev, image FROM safety_check_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND item = OLD.item AND checked_on = OLD.checked_on;
END;
CREATE TRIGGER safety_check_deleted AFTER DELETE ON safety_check BEGIN
  INSERT INTO external_write VALUES ('safety_check', json_array(OLD.org_code, OLD.school_year, OLD.item, OLD.checked_on), OLD.org_code, 'delete', 'register', NULL, NULL);
END;

CREATE VIEW recurring_check_image AS SELECT *, json_array(org_code, item) AS row_key,
  json_object('org_code', org_code, 'item', item, 'kind', kind, 'times', times, 'period', period, 'requirement', requirement, 'unit_in_charge', unit_in_charge, 'active', active, 'note', note) AS image FROM recurring_check;
CREATE TRIGGER recurring_check_insert BEFORE INSERT ON recurring_check BEGIN
  INSERT INTO external_write SELECT 'recurring_check', row_key, org_code, 'keep', NULL, rev, image FROM recurring_check_image
    WHERE org_code = NEW.org_code AND item = NEW.item;
END;
CREATE TRIGGER recurring_check_inserted AFTER INSERT ON recurring_check BEGIN
  INSERT INTO external_write VALUES ('recurring_check', json_array(NEW.org_code, NEW.item), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE recurring_check SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND item = NEW.item AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER recurring_check_update BEFORE UPDATE ON recurring_check WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'recurring_check', row_key, org_code, 'keep', NULL, rev, image FROM recurring_check_image
    WHERE org_code = OLD.org_code AND item = OLD.item OR org_code = NEW.org_code AND item = NEW.item;
END;
CREATE TRIGGER recurring_check_updated AFTER UPDATE ON recurring_check WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'recurring_check', json_array(OLD.org_code, OLD.item), OLD.org_code, 'delete', 'bureau', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.item = NEW.item);
  INSERT INTO external_write VALUES ('recurring_check', json_array(NEW.org_code, NEW.item), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE recurring_check SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND item = NEW.item AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER recurring_check_delete BEFORE DELETE ON recurring_check BEGIN
  INSERT INTO external_write SELECT 'recurring_check', row_key, org_code, 'keep', NULL, rev, image FROM recurring_check_image
    WHERE org_code = OLD.org_code AND item = OLD.item;
END;
CREATE TRIGGER recurring_check_deleted AFTER DELETE ON recurring_check BEGIN
  INSERT INTO external_write VALUES ('recurring_check', json_array(OLD.org_code, OLD.item), OLD.org_code, 'delete', 'bureau', NULL, NULL);
END;

CREATE VIEW check_result_image AS SELECT *, json_array(org_code, school_year, item, done_on) AS row_key,
  json_object('org_code', org_code, 'school_year', school_year, 'item', item, 'done_on', done_on, 'result', result, 'problem', problem, 'unit', unit, 'checked_by', checked_by, 'evidence', evidence, 'note', note) AS image FROM check_result;
CREATE TRIGGER check_result_insert BEFORE INSERT ON check_result BEGIN
  INSERT INTO external_write SELECT 'check_result', row_key, org_code, 'keep', NULL, rev, image FROM check_result_image
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND item = NEW.item AND done_on = NEW.done_on;
END;
CREATE TRIGGER check_result_inserted AFTER INSERT ON check_result BEGIN
  INSERT INTO external_write VALUES ('check_result', json_array(NEW.org_code, NEW.school_year, NEW.item, NEW.done_on), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE check_result SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND item = NEW.item AND done_on = NEW.done_on AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER check_result_update BEFORE UPDATE ON check_result WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'check_result', row_key, org_code, 'keep', NULL, rev, image FROM check_result_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND item = OLD.item AND done_on = OLD.done_on OR org_code = NEW.org_code AND school_year = NEW.school_year AND item = NEW.item AND done_on = NEW.done_on;
END;
CREATE TRIGGER check_result_updated AFTER UPDATE ON check_result WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'check_result', json_array(OLD.org_code, OLD.school_year, OLD.item, OLD.done_on), OLD.org_code, 'delete', 'register', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.school_year = NEW.school_year AND OLD.item = NEW.item AND OLD.done_on = NEW.done_on);
  INSERT INTO external_write VALUES ('check_result', json_array(NEW.org_code, NEW.school_year, NEW.item, NEW.done_on), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE check_result SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND item = NEW.item AND done_on = NEW.done_on AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER check_result_delete BEFORE DELETE ON check_result BEGIN
  INSERT INTO external_write SELECT 'check_result', row_key, org_code, 'keep', NULL, rev, image FROM check_result_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND item = OLD.item AND done_on = OLD.done_on;
END;
CREATE TRIGGER check_result_deleted AFTER DELETE ON check_result BEGIN
  INSERT INTO external_write VALUES ('check_result', json_array(OLD.org_code, OLD.school_year, OLD.item, OLD.done_on), OLD.org_code, 'delete', 'register', NULL, NULL);
END;

CREATE VIEW monitoring_image AS SELECT *, json_array(org_code, school_year, object, subject) AS row_key,
  json_object('org_code', org_code, 'school_year', school_year, 'object', object, 'subject', subject, 'covered', covered, 'total', total, 'cycle_start', cycle_start, 'cycle_years', cycle_years, 'note', note) AS image FROM monitoring;
CREATE TRIGGER monitoring_insert BEFORE INSERT ON monitoring BEGIN
  INSERT INTO external_write SELECT 'monitoring', row_key, org_code, 'keep', NULL, rev, image FROM monitoring_image
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND object = NEW.object AND subject = NEW.subject;
END;
CREATE TRIGGER monitoring_inserted AFTER INSERT ON monitoring BEGIN
  INSERT INTO external_write VALUES ('monitoring', json_array(NEW.org_code, NEW.school_year, NEW.object, NEW.subject), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE monitoring SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND object = NEW.object AND subject = NEW.subject AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER monitoring_update BEFORE UPDATE ON monitoring WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'monitoring', row_key, org_code, 'keep', NULL, rev, image FROM monitoring_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND object = OLD.object AND subject = OLD.subject OR org_code = NEW.org_code AND school_year = NEW.school_year AND object = NEW.object AND subject = NEW.subject;
END;
CREATE TRIGGER monitoring_updated AFTER UPDATE ON monitoring WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'monitoring', json_array(OLD.org_code, OLD.school_year, OLD.object, OLD.subject), OLD.org_code, 'delete', 'bureau', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.school_year = NEW.school_year AND OLD.object = NEW.object AND OLD.subject = NEW.subject);
  INSERT INTO external_write VALUES ('monitoring', json_array(NEW.org_code, NEW.school_year, NEW.object, NEW.subject), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE monitoring SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND object = NEW.object AND subject = NEW.subject AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER monitoring_delete BEFORE DELETE ON monitoring BEGIN
  INSERT INTO external_write SELECT 'monitoring', row_key, org_code, 'keep', NULL, rev, image FROM monitoring_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND object = OLD.object AND subject = OLD.subject;
END;
CREATE TRIGGER monitoring_deleted AFTER DELETE ON monitoring BEGIN
  INSERT INTO external_write VALUES ('monitoring', json_array(OLD.org_code, OLD.school_year, OLD.object, OLD.subject), OLD.org_code, 'delete', 'bureau', NULL, NULL);
END;

CREATE VIEW school_group_image AS SELECT *, json_array(org_code, group_name, member_code) AS row_key,
  json_object('org_code', org_code, 'group_name', group_name, 'kind', kind, 'member_code', member_code, 'leading', leading, 'note', note) AS image FROM school_group;
CREATE TRIGGER school_group_insert BEFORE INSERT ON school_group BEGIN
  INSERT INTO external_write SELECT 'school_group', row_key, org_code, 'keep', NULL, rev, image FROM school_group_image
    WHERE org_code = NEW.org_code AND group_name = NEW.group_name AND member_code = NEW.member_code;
END;
CREATE TRIGGER school_group_inserted AFTER INSERT ON school_group BEGIN
  INSERT INTO external_write VALUES ('school_group', json_array(NEW.org_code, NEW.group_name, NEW.member_code), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE school_group SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND group_name = NEW.group_name AND member_code = NEW.member_code AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER school_group_update BEFORE UPDATE ON school_group WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'school_group', row_key, org_code, 'keep', NULL, rev, image FROM school_group_image
    WHERE org_code = OLD.org_code AND group_name = OLD.group_name AND member_code = OLD.member_code OR org_code = NEW.org_code AND group_name = NEW.group_name AND member_code = NEW.member_code;
END;
CREATE TRIGGER school_group_updated AFTER UPDATE ON school_group WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'school_group', json_array(OLD.org_code, OLD.group_name, OLD.member_code), OLD.org_code, 'delete', 'bureau', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.group_name = NEW.group_name AND OLD.member_code = NEW.member_code);
  INSERT INTO external_write VALUES ('school_group', json_array(NEW.org_code, NEW.group_name, NEW.member_code), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE school_group SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND group_name = NEW.group_name AND member_code = NEW.member_code AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER school_group_delete BEFORE DELETE ON school_group BEGIN
  INSERT INTO external_write SELECT 'school_group', row_key, org_code, 'keep', NULL, rev, image FROM school_group_image
    WHERE org_code = OLD.org_code AND group_name = OLD.group_name AND member_code = OLD.member_code;
END;
CREATE TRIGGER school_group_deleted AFTER DELETE ON school_group BEGIN
  INSERT INTO external_write VALUES ('school_group', json_array(OLD.org_code, OLD.group_name, OLD.member_code), OLD.org_code, 'delete', 'bureau', NULL, NULL);
END;

CREATE VIEW person_unit_image AS SELECT *, json_array(org_code, id) AS row_key,
  json_object('org_code', org_code, 'id', id, 'unit', unit, 'person', person, 'position', position, 'role', role, 'duty', duty, 'note', note) AS image FROM person_unit;
CREATE TRIGGER person_unit_insert BEFORE INSERT ON person_unit BEGIN
  INSERT INTO external_write SELECT 'person_unit', row_key, org_code, 'keep', NULL, rev, image FROM person_unit_image
    WHERE org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER person_unit_inserted AFTER INSERT ON person_unit BEGIN
  INSERT INTO external_write VALUES ('person_unit', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE person_unit SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER person_unit_update BEFORE UPDATE ON person_unit WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'person_unit', row_key, org_code, 'keep', NULL, rev, image FROM person_unit_image
    WHERE org_code = OLD.org_code AND id = OLD.id OR org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER person_unit_updated AFTER UPDATE ON person_unit WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'person_unit', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'bureau', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.id = NEW.id);
  INSERT INTO external_write VALUES ('person_unit', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE person_unit SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER person_unit_delete BEFORE DELETE ON person_unit BEGIN
  INSERT INTO external_write SELECT 'person_unit', row_key, org_code, 'keep', NULL, rev, image FROM person_unit_image
    WHERE org_code = OLD.org_code AND id = OLD.id;
END;
CREATE TRIGGER person_unit_deleted AFTER DELETE ON person_unit BEGIN
  INSERT INTO external_write VALUES ('person_unit', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'bureau', NULL, NULL);
END;

CREATE VIEW duty_image AS SELECT *, json_array(org_code, id) AS row_key,
  json_object('org_code', org_code, 'id', id, 'person', person, 'unit', unit, 'position', position, 'phone', phone, 'kind', kind, 'object', object, 'object_code', object_code, 'from_on', from_on, 'to_on', to_on, 'note', note) AS image FROM duty;
CREATE TRIGGER duty_insert BEFORE INSERT ON duty BEGIN
  INSERT INTO external_write SELECT 'duty', row_key, org_code, 'keep', NULL, rev, image FROM duty_image
    WHERE org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER duty_inserted AFTER INSERT ON duty BEGIN
  INSERT INTO external_write VALUES ('duty', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE duty SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER duty_update BEFORE UPDATE ON duty WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'duty', row_key, org_code, 'keep', NULL, rev, image FROM duty_image
    WHERE org_code = OLD.org_code AND id = OLD.id OR org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER duty_updated AFTER UPDATE ON duty WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'duty', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'bureau', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.id = NEW.id);
  INSERT INTO external_write VALUES ('duty', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE duty SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER duty_delete BEFORE DELETE ON duty BEGIN
  INSERT INTO external_write SELECT 'duty', row_key, org_code, 'keep', NULL, rev, image FROM duty_image
    WHERE org_code = OLD.org_code AND id = OLD.id;
END;
CREATE TRIGGER duty_deleted AFTER DELETE ON duty BEGIN
  INSERT INTO external_write VALUES ('duty', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'bureau', NULL, NULL);
END;

CREATE VIEW opinion_image AS SELECT *, json_array(org_code, id) AS row_key,
  json_object('org_code', org_code, 'id', id, 'subject_table', subject_table, 'subject_key', subject_key, 'subject_column', subject_column, 'judgement', judgement, 'text', text, 'given_by', given_by, 'given_on', given_on, 'side', side, 'closed', closed, 'note', note) AS image FROM opinion;
CREATE TRIGGER opinion_insert BEFORE INSERT ON opinion BEGIN
  INSERT INTO external_write SELECT 'opinion', row_key, org_code, 'keep', NULL, rev, image FROM opinion_image
    WHERE org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER opinion_inserted AFTER INSERT ON opinion BEGIN
  INSERT INTO external_write VALUES ('opinion', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'oversight', NULL, NULL);
  UPDATE opinion SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER opinion_update BEFORE UPDATE ON opinion WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'opinion', row_key, org_code, 'keep', NULL, rev, image FROM opinion_image
    WHERE org_code = OLD.org_code AND id = OLD.id OR org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER opinion_updated AFTER UPDATE ON opinion WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'opinion', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'oversight', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.id = NEW.id);
  INSERT INTO external_write VALUES ('opinion', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'oversight', NULL, NULL);
  UPDATE opinion SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER opinion_delete BEFORE DELETE ON opinion BEGIN
  INSERT INTO external_write SELECT 'opinion', row_key, org_code, 'keep', NULL, rev, image FROM opinion_image
    WHERE org_code = OLD.org_code AND id = OLD.id;
END;
CREATE TRIGGER opinion_deleted AFTER DELETE ON opinion BEGIN
  INSERT INTO external_write VALUES ('opinion', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'oversight', NULL, NULL);
END;

CREATE VIEW opinion_reply_image AS SELECT *, json_array(org_code, id) AS row_key,
  json_object('org_code', org_code, 'id', id, 'opinion_id', opinion_id, 'text', text, 'replied_by', replied_by, 'replied_on', replied_on) AS image FROM opinion_reply;
CREATE TRIGGER opinion_reply_insert BEFORE INSERT ON opinion_reply BEGIN
  INSERT INTO external_write SELECT 'opinion_reply', row_key, org_code, 'keep', NULL, rev, image FROM opinion_reply_image
    WHERE org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER opinion_reply_inserted AFTER INSERT ON opinion_reply BEGIN
  INSERT INTO external_write VALUES ('opinion_reply', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'shared', NULL, NULL);
  UPDATE opinion_reply SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER opinion_reply_update BEFORE UPDATE ON opinion_reply WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'opinion_reply', row_key, org_code, 'keep', NULL, rev, image FROM opinion_reply_image
    WHERE org_code = OLD.org_code AND id = OLD.id OR org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER opinion_reply_updated AFTER UPDATE ON opinion_reply WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'opinion_reply', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'shared', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.id = NEW.id);
  INSERT INTO external_write VALUES ('opinion_reply', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'shared', NULL, NULL);
  UPDATE opinion_reply SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER opinion_reply_delete BEFORE DELETE ON opinion_reply BEGIN
  INSERT INTO external_write SELECT 'opinion_reply', row_key, org_code, 'keep', NULL, rev, image FROM opinion_reply_image
    WHERE org_code = OLD.org_code AND id = OLD.id;
END;
CREATE TRIGGER opinion_reply_deleted AFTER DELETE ON opinion_reply BEGIN
  INSERT INTO external_write VALUES ('opinion_reply', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'shared', NULL, NULL);
END;

CREATE VIEW evidence_image AS SELECT *, json_array(org_code, id) AS row_key,
  json_object('org_code', org_code, 'id', id, 'subject_table', subject_table, 'subject_key', subject_key, 'file_name', file_name, 'media_type', media_type, 'size', size, 'sha256', sha256, 'added_on', added_on, 'material_id', material_id, 'year', year, 'note', note) AS image FROM evidence;
CREATE TRIGGER evidence_insert BEFORE INSERT ON evidence BEGIN
  INSERT INTO external_write SELECT 'evidence', row_key, org_code, 'keep', NULL, rev, image FROM evidence_image
    WHERE org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER evidence_inserted AFTER INSERT ON evidence BEGIN
  INSERT INTO external_write VALUES ('evidence', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'shared', NULL, NULL);
  UPDATE evidence SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER evidence_update BEFORE UPDATE ON evidence WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'evidence', row_key, org_code, 'keep', NULL, rev, image FROM evidence_image
    WHERE org_code = OLD.org_code AND id = OLD.id OR org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER evidence_updated AFTER UPDATE ON evidence WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'evidence', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'shared', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.id = NEW.id);
  INSERT INTO external_write VALUES ('evidence', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'shared', NULL, NULL);
  UPDATE evidence SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER evidence_delete BEFORE DELETE ON evidence BEGIN
  INSERT INTO external_write SELECT 'evidence', row_key, org_code, 'keep', NULL, rev, image FROM evidence_image
    WHERE org_code = OLD.org_code AND id = OLD.id;
END;
CREATE TRIGGER evidence_deleted AFTER DELETE ON evidence BEGIN
  INSERT INTO external_write VALUES ('evidence', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'shared', NULL, NULL);
END;

CREATE VIEW standard_image AS SELECT *, json_array(org_code, profile) AS row_key,
  json_object('org_code', org_code, 'profile', profile, 'version', version, 'title', title, 'document', document, 'content', content, 'active', active, 'note', note) AS image FROM standard;
CREATE TRIGGER standard_insert BEFORE INSERT ON standard BEGIN
  INSERT INTO external_write SELECT 'standard', row_key, org_code, 'keep', NULL, rev, image FROM standard_image
    WHERE org_code = NEW.org_code AND profile = NEW.profile;
END;
CREATE TRIGGER standard_inserted AFTER INSERT ON standard BEGIN
  INSERT INTO external_write VALUES ('standard', json_array(NEW.org_code, NEW.profile), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE standard SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND profile = NEW.profile AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER standard_update BEFORE UPDATE ON standard WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'standard', row_key, org_code, 'keep', NULL, rev, image FROM standard_image
    WHERE org_code = OLD.org_code AND profile = OLD.profile OR org_code = NEW.org_code AND profile = NEW.profile;
END;
CREATE TRIGGER standard_updated AFTER UPDATE ON standard WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'standard', json_array(OLD.org_code, OLD.profile), OLD.org_code, 'delete', 'bureau', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.profile = NEW.profile);
  INSERT INTO external_write VALUES ('standard', json_array(NEW.org_code, NEW.profile), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE standard SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND profile = NEW.profile AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER standard_delete BEFORE DELETE ON standard BEGIN
  INSERT INTO external_write SELECT 'standard', row_key, org_code, 'keep', NULL, rev, image FROM standard_image
    WHERE org_code = OLD.org_code AND profile = OLD.profile;
END;
CREATE TRIGGER standard_deleted AFTER DELETE ON standard BEGIN
  INSERT INTO external_write VALUES ('standard', json_array(OLD.org_code, OLD.profile), OLD.org_code, 'delete', 'bureau', NULL, NULL);
END;

CREATE VIEW threshold_image AS SELECT *, json_array(org_code, profile, indicator, stage) AS row_key,
  json_object('org_code', org_code, 'profile', profile, 'indicator', indicator, 'stage', stage, 'value', value, 'basis', basis, 'note', note) AS image FROM threshold;
CREATE TRIGGER threshold_insert BEFORE INSERT ON threshold BEGIN
  INSERT INTO external_write SELECT 'threshold', row_key, org_code, 'keep', NULL, rev, image FROM threshold_image
    WHERE org_code = NEW.org_code AND profile = NEW.profile AND indicator = NEW.indicator AND stage = NEW.stage;
END;
CREATE TRIGGER threshold_inserted AFTER INSERT ON threshold BEGIN
  INSERT INTO external_write VALUES ('threshold', json_array(NEW.org_code, NEW.profile, NEW.indicator, NEW.stage), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE threshold SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND profile = NEW.profile AND indicator = NEW.indicator AND stage = NEW.stage AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER threshold_update BEFORE UPDATE ON threshold WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'threshold', row_key, org_code, 'keep', NULL, rev, image FROM threshold_image
    WHERE org_code = OLD.org_code AND profile = OLD.profile AND indicator = OLD.indicator AND stage = OLD.stage OR org_code = NEW.org_code AND profile = NEW.profile AND indicator = NEW.indicator AND stage = NEW.stage;
END;
CREATE TRIGGER threshold_updated AFTER UPDATE ON threshold WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'threshold', json_array(OLD.org_code, OLD.profile, OLD.indicator, OLD.stage), OLD.org_code, 'delete', 'bureau', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.profile = NEW.profile AND OLD.indicator = NEW.indicator AND OLD.stage = NEW.stage);
  INSERT INTO external_write VALUES ('threshold', json_array(NEW.org_code, NEW.profile, NEW.indicator, NEW.stage), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE threshold SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND profile = NEW.profile AND indicator = NEW.indicator AND stage = NEW.stage AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER threshold_delete BEFORE DELETE ON threshold BEGIN
  INSERT INTO external_write SELECT 'threshold', row_key, org_code, 'keep', NULL, rev, image FROM threshold_image
    WHERE org_code = OLD.org_code AND profile = OLD.profile AND indicator = OLD.indicator AND stage = OLD.stage;
END;
CREATE TRIGGER threshold_deleted AFTER DELETE ON threshold BEGIN
  INSERT INTO external_write VALUES ('threshold', json_array(OLD.org_code, OLD.profile, OLD.indicator, OLD.stage), OLD.org_code, 'delete', 'bureau', NULL, NULL);
END;

CREATE VIEW catalogue_item_image AS SELECT *, json_array(org_code, id) AS row_key,
  json_object('org_code', org_code, 'id', id, 'category', category, 'label', label, 'unit', unit, 'rule', rule, 'source', source, 'verified', verified, 'active', active, 'note', note) AS image FROM catalogue_item;
CREATE TRIGGER catalogue_item_insert BEFORE INSERT ON catalogue_item BEGIN
  INSERT INTO external_write SELECT 'catalogue_item', row_key, org_code, 'keep', NULL, rev, image FROM catalogue_item_image
    WHERE org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER catalogue_item_inserted AFTER INSERT ON catalogue_item BEGIN
  INSERT INTO external_write VALUES ('catalogue_item', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'shared', NULL, NULL);
  UPDATE catalogue_item SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER catalogue_item_update BEFORE UPDATE ON catalogue_item WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'catalogue_item', row_key, org_code, 'keep', NULL, rev, image FROM catalogue_item_image
    WHERE org_code = OLD.org_code AND id = OLD.id OR org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER catalogue_item_updated AFTER UPDATE ON catalogue_item WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'catalogue_item', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'shared', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.id = NEW.id);
  INSERT INTO external_write VALUES ('catalogue_item', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'shared', NULL, NULL);
  UPDATE catalogue_item SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER catalogue_item_delete BEFORE DELETE ON catalogue_item BEGIN
  INSERT INTO external_write SELECT 'catalogue_item', row_key, org_code, 'keep', NULL, rev, image FROM catalogue_item_image
    WHERE org_code = OLD.org_code AND id = OLD.id;
END;
CREATE TRIGGER catalogue_item_deleted AFTER DELETE ON catalogue_item BEGIN
  INSERT INTO external_write VALUES ('catalogue_item', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'shared', NULL, NULL);
END;

CREATE VIEW unit_cost_image AS SELECT *, json_array(org_code, item) AS row_key,
  json_object('org_code', org_code, 'item', item, 'cost', cost, 'unit', unit, 'basis', basis, 'note', note) AS image FROM unit_cost;
CREATE TRIGGER unit_cost_insert BEFORE INSERT ON unit_cost BEGIN
  INSERT INTO external_write SELECT 'unit_cost', row_key, org_code, 'keep', NULL, rev, image FROM unit_cost_image
    WHERE org_code = NEW.org_code AND item = NEW.item;
END;
CREATE TRIGGER unit_cost_inserted AFTER INSERT ON unit_cost BEGIN
  INSERT INTO external_write VALUES ('unit_cost', json_array(NEW.org_code, NEW.item), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE unit_cost SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND item = NEW.item AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER unit_cost_update BEFORE UPDATE ON unit_cost WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'unit_cost', row_key, org_code, 'keep', NULL, rev, image FROM unit_cost_image
    WHERE org_code = OLD.org_code AND item = OLD.item OR org_code = NEW.org_code AND item = NEW.item;
END;
CREATE TRIGGER unit_cost_updated AFTER UPDATE ON unit_cost WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'unit_cost', json_array(OLD.org_code, OLD.item), OLD.org_code, 'delete', 'bureau', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.item = NEW.item);
  INSERT INTO external_write VALUES ('unit_cost', json_array(NEW.org_code, NEW.item), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE unit_cost SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND item = NEW.item AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER unit_cost_delete BEFORE DELETE ON unit_cost BEGIN
  INSERT INTO external_write SELECT 'unit_cost', row_key, org_code, 'keep', NULL, rev, image FROM unit_cost_image
    WHERE org_code = OLD.org_code AND item = OLD.item;
END;
CREATE TRIGGER unit_cost_deleted AFTER DELETE ON unit_cost BEGIN
  INSERT INTO external_write VALUES ('unit_cost', json_array(OLD.org_code, OLD.item), OLD.org_code, 'delete', 'bureau', NULL, NULL);
END;

CREATE VIEW wording_image AS SELECT *, json_array(org_code, table_name, column_name, written) AS row_key,
  json_object('org_code', org_code, 'table_name', table_name, 'column_name', column_name, 'written', written, 'value', value, 'answered_by', answered_by, 'answered_on', answered_on, 'note', note) AS image FROM wording;
CREATE TRIGGER wording_insert BEFORE INSERT ON wording BEGIN
  INSERT INTO external_write SELECT 'wording', row_key, org_code, 'keep', NULL, rev, image FROM wording_image
    WHERE org_code = NEW.org_code AND table_name = NEW.table_name AND column_name = NEW.column_name AND written = NEW.written;
END;
CREATE TRIGGER wording_inserted AFTER INSERT ON wording BEGIN
  INSERT INTO external_write VALUES ('wording', json_array(NEW.org_code, NEW.table_name, NEW.column_name, NEW.written), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE wording SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND table_name = NEW.table_name AND column_name = NEW.column_name AND written = NEW.written AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER wording_update BEFORE UPDATE ON wording WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'wording', row_key, org_code, 'keep', NULL, rev, image FROM wording_image
    WHERE org_code = OLD.org_code AND table_name = OLD.table_name AND column_name = OLD.column_name AND written = OLD.written OR org_code = NEW.org_code AND table_name = NEW.table_name AND column_name = NEW.column_name AND written = NEW.written;
END;
CREATE TRIGGER wording_updated AFTER UPDATE ON wording WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'wording', json_array(OLD.org_code, OLD.table_name, OLD.column_name, OLD.written), OLD.org_code, 'delete', 'register', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.table_name = NEW.table_name AND OLD.column_name = NEW.column_name AND OLD.written = NEW.written);
  INSERT INTO external_write VALUES ('wording', json_array(NEW.org_code, NEW.table_name, NEW.column_name, NEW.written), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE wording SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND table_name = NEW.table_name AND column_name = NEW.column_name AND written = NEW.written AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER wording_delete BEFORE DELETE ON wording BEGIN
  INSERT INTO external_write SELECT 'wording', row_key, org_code, 'keep', NULL, rev, image FROM wording_image
    WHERE org_code = OLD.org_code AND table_name = OLD.table_name AND column_name = OLD.column_name AND written = OLD.written;
END;
CREATE TRIGGER wording_deleted AFTER DELETE ON wording BEGIN
  INSERT INTO external_write VALUES ('wording', json_array(OLD.org_code, OLD.table_name, OLD.column_name, OLD.written), OLD.org_code, 'delete', 'register', NULL, NULL);
END;

CREATE VIEW signing_key_image AS SELECT *, json_array(org_code, key_id) AS row_key,
  json_object('org_code', org_code, 'key_id', key_id, 'holder_code', holder_code, 'holder', holder, 'role', role, 'algorithm', algorithm, 'public_key', public_key, 'encryption_key', encryption_key, 'valid_from', valid_from, 'struck_on', struck_on, 'struck_reason', struck_reason, 'note', note) AS image FROM signing_key;
CREATE TRIGGER signing_key_insert BEFORE INSERT ON signing_key BEGIN
  INSERT INTO external_write SELECT 'signing_key', row_key, org_code, 'keep', NULL, rev, image FROM signing_key_image
    WHERE org_code = NEW.org_code AND key_id = NEW.key_id;
END;
CREATE TRIGGER signing_key_inserted AFTER INSERT ON signing_key BEGIN
  INSERT INTO external_write VALUES ('signing_key', json_array(NEW.org_code, NEW.key_id), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE signing_key SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND key_id = NEW.key_id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER signing_key_update BEFORE UPDATE ON signing_key WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'signing_key', row_key, org_code, 'keep', NULL, rev, image FROM signing_key_image
    WHERE org_code = OLD.org_code AND key_id = OLD.key_id OR org_code = NEW.org_code AND key_id = NEW.key_id;
END;
CREATE TRIGGER signing_key_updated AFTER UPDATE ON signing_key WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'signing_key', json_array(OLD.org_code, OLD.key_id), OLD.org_code, 'delete', 'bureau', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.key_id = NEW.key_id);
  INSERT INTO external_write VALUES ('signing_key', json_array(NEW.org_code, NEW.key_id), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE signing_key SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND key_id = NEW.key_id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER signing_key_delete BEFORE DELETE ON signing_key BEGIN
  INSERT INTO external_write SELECT 'signing_key', row_key, org_code, 'keep', NULL, rev, image FROM signing_key_image
    WHERE org_code = OLD.org_code AND key_id = OLD.key_id;
END;
CREATE TRIGGER signing_key_deleted AFTER DELETE ON signing_key BEGIN
  INSERT INTO external_write VALUES ('signing_key', json_array(OLD.org_code, OLD.key_id), OLD.org_code, 'delete', 'bureau', NULL, NULL);
END;
